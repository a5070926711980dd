package id.tanggap.notification.wording.policy;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A ticket as a browser shows it on a locked screen: a title and a few lines. */
public record PushText(String title, String body) {

    private static final int LONGEST_STORY = 160;

    /** @param contact whether it may carry the caller's number */
    public static PushText of(Words words, boolean contact) {
        String body = Stream.of(
                        Optional.of(words.place()),
                        Optional.of((words.warning() + " " + Clean.cut(words.story(), LONGEST_STORY, "…")).strip()),
                        contact ? words.contact() : Optional.<String>empty(),
                        words.truth())
                .flatMap(Optional::stream)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return new PushText(words.headline(), body);
    }

    @Override
    public String toString() {
        return "PushText[]";
    }
}
