package id.tanggap.triage.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * Writes out what operators abbreviate, and mends a word that is one slip of the finger away from a word of danger: a letter
 * too many, too few, exchanged with the next, or of a neighbouring key. The shorthand is {@code text/shorthand.csv}.
 */
public final class Spelling {

    /** In shorter words one slip makes too many other words: "bakar" burns, "bayar" pays. */
    private static final int MENDED_FROM = 7;

    private static final List<String> KEYS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}]*");

    private final Map<String, String> shorthand = new HashMap<>();
    private final Map<String, CharacterRunAutomaton> slips = new HashMap<>();

    /** With these lines of {@code meant;spelling,spelling}, mending slips in these words only. */
    Spelling(List<String> lines, List<String> words) {
        for (String line : lines) {
            String[] parts = line.split(";", 2);
            for (String spelling : parts[1].split(",")) {
                shorthand.put(spelling, parts[0]);
            }
        }
        for (String word : words) {
            if (word.length() >= MENDED_FROM && WORD.matcher(word).matches()) {
                slips.put(word, slipsOf(word));
            }
        }
    }

    /** The text with its words written out, in lower case. */
    String mended(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(word -> mendedWord(word.group()));
    }

    /** All words one slip away; the first letter is taken as right. */
    private static CharacterRunAutomaton slipsOf(String word) {
        return new CharacterRunAutomaton(
                new LevenshteinAutomata(word.substring(1), true).toAutomaton(1, word.substring(0, 1)));
    }

    private String mendedWord(String word) {
        String meant = shorthand.get(word);
        if (meant != null) {
            return meant;
        }
        if (word.length() < MENDED_FROM - 1 || slips.containsKey(word)) {
            return word;
        }
        return slips.entrySet().stream()
                .filter(slip -> slip.getValue().run(word))
                .map(Map.Entry::getKey)
                .filter(right -> !otherLetter(right, word))
                .min(String::compareTo)
                .orElse(word);
    }

    /** Whether one letter stands for one that lies elsewhere: "ditolong" is no slip for "ditodong". */
    private static boolean otherLetter(String right, String word) {
        if (right.length() != word.length()) {
            return false;
        }
        int[] wrong = IntStream.range(0, word.length())
                .filter(i -> right.charAt(i) != word.charAt(i))
                .toArray();
        return wrong.length == 1 && !neighbours(right.charAt(wrong[0]), word.charAt(wrong[0]));
    }

    private static boolean neighbours(char key, char other) {
        for (int row = 0; row < KEYS.size(); row++) {
            int place = KEYS.get(row).indexOf(key);
            for (int near = Math.max(0, row - 1); place >= 0 && near <= Math.min(KEYS.size() - 1, row + 1); near++) {
                int distance = KEYS.get(near).indexOf(other) - place;
                if (KEYS.get(near).indexOf(other) >= 0 && Math.abs(distance) <= 1) {
                    return true;
                }
            }
        }
        return false;
    }
}
