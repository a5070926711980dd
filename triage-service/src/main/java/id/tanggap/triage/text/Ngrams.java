package id.tanggap.triage.text;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What {@link DangerModel} sees of a text: 3 to 6 letters in a row within a word and its edges, words, and pairs of words; no
 * numbers, of which a short text may hold nothing else.
 */
public final class Ngrams {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 6;

    private Ngrams() {}

    /** Each once: "_ap" begins a word, "=api" is one, "ada api" is a pair. */
    public static Set<String> of(String text) {
        Set<String> grams = new TreeSet<>();
        String before = "^";
        for (String word : WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList()) {
            grams.add("=" + word);
            grams.add(before + " " + word);
            before = word;
            String edged = "_" + word + "_";
            for (int start = 0; start < edged.length(); start++) {
                for (int end = start + SHORTEST; end <= Math.min(edged.length(), start + LONGEST); end++) {
                    grams.add(edged.substring(start, end));
                }
            }
        }
        return grams;
    }
}
