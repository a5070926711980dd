package id.tanggap.notification.wording.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A ticket as the parameters of a WhatsApp template: headline, place, what, how true and whom to call, ticket number. Meta
 * refuses a parameter that is empty or has line breaks, tabs or more than four spaces in a row, and a body of more than
 * 1,024 characters.
 */
public final class TemplateParameters {

    private static final int LONGEST_STORY = 400;
    private static final String NONE = "-";

    private TemplateParameters() {}

    /** @param contact whether they may carry the caller's number */
    public static List<String> of(Words words, boolean contact, String number) {
        String remarks = Stream.of(words.truth(), contact ? words.contact() : Optional.<String>empty())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return Stream.of(
                        words.headline(),
                        words.place(),
                        words.warning() + " " + Clean.cut(words.story(), LONGEST_STORY, "…"),
                        remarks,
                        number)
                .map(Clean::oneLine)
                .map(text -> text.isEmpty() ? NONE : text)
                .toList();
    }
}
