package id.tanggap.notification.wording.policy;

import java.text.Normalizer;

/** Makes a stranger's text harmless to read and to carry on. */
final class Clean {

    private Clean() {}

    /**
     * On one line, single spaces between its words: no line break starts a header of its own, and nothing turns the direction
     * of what stands around it.
     */
    static String oneLine(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cf}\\p{Cs}\\p{Co}]", "")
                .replaceAll("[\\p{Cc}\\p{Z}]+", " ")
                .strip();
    }

    /**
     * At most so many UTF-16 units of it, cut between words where there are any, and marked where it was cut.
     *
     * @param mark what says that there was more; counts towards the limit
     */
    static String cut(String text, int longest, String mark) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - mark.length();
        if (end <= 0) {
            return "";
        }
        // Of a text without spaces, or nearly, the first letters say more than nothing.
        int space = text.lastIndexOf(' ', end);
        if (space > end / 2) {
            end = space;
        } else if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + mark;
    }
}
