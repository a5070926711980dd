package id.tanggap.notification.wording.policy;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A ticket as a voice reads it out: short sentences, what matters first, and how to take it on. */
public final class SpokenText {

    private static final int LONGEST_STORY = 200;

    private SpokenText() {}

    public static String of(Words words) {
        return Stream.of(
                        words.headline() + ".",
                        words.place() + ".",
                        words.warning(),
                        Clean.cut(words.story(), LONGEST_STORY, "."))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
