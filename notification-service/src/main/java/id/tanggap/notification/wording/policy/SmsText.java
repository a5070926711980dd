package id.tanggap.notification.wording.policy;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A ticket in at most three short messages: what is least needed to set out is cut first, the caller's words between words. */
public final class SmsText {

    private static final int MOST_SEGMENTS = 3;
    private static final int SHORTEST_STORY = 40;
    /** The one that the alphabet has. */
    private static final String MORE = "...";

    private SmsText() {}

    /**
     * The text, ready to be sent.
     *
     * @param contact whether it may carry the caller's number
     * @param link where the ticket can be seen, or its number
     */
    public static String of(Words words, boolean contact, String link) {
        String head = Gsm0338.plain(words.headline() + "\n" + words.place());
        String warning = Gsm0338.plain(words.warning());
        String story = Gsm0338.plain(words.story());
        Optional<String> caller = (contact ? words.contact() : Optional.<String>empty()).map(Gsm0338::plain);
        Optional<String> truth = words.truth().map(Gsm0338::plain);
        return Stream.of(
                        Stream.of(caller, truth),
                        Stream.of(caller, Optional.<String>empty()),
                        Stream.of(Optional.<String>empty(), Optional.<String>empty()))
                .map(extras -> extras.flatMap(Optional::stream).collect(Collectors.joining("\n")))
                .map(extras -> fitted(head, warning, story, extras, link))
                .flatMap(Optional::stream)
                .findFirst()
                // Only of an address of strange letters and a long link.
                .orElseGet(() ->
                        fitted(Clean.cut(head, 60, MORE), "", "", "", link).orElse(Clean.cut(head, 60, MORE)));
    }

    /** With as much of the story as there is room for, if that is enough to know what is going on. */
    private static Optional<String> fitted(String head, String warning, String story, String extras, String link) {
        int least = Math.min(story.length(), SHORTEST_STORY);
        for (int length = Math.min(story.length(), MOST_SEGMENTS * 160); length >= least; length--) {
            String text = Stream.of(head, (warning + " " + Clean.cut(story, length, MORE)).strip(), extras, link)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("\n"));
            if (ShortMessage.of(text).segments().size() <= MOST_SEGMENTS) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
