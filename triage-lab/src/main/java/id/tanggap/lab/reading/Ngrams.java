package id.tanggap.lab.reading;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts as vectors of length 1: 2 to 5 letters in a row within a word and its edges, words, and pairs of words. */
final class Ngrams {
    private static final Pattern WORD = Pattern.compile("\\p{L}+|\\p{N}+");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;

    private final Map<String, Integer> numbers = new HashMap<>();

    /** Knows those that stand in at least two of these texts; one alone teaches only its own text. */
    Ngrams(List<String> texts) {
        Map<String, Integer> seen = new HashMap<>();
        texts.forEach(text -> of(text).forEach(gram -> seen.merge(gram, 1, Integer::sum)));
        seen.keySet().stream()
                .filter(gram -> seen.get(gram) > 1)
                .sorted()
                .forEach(gram -> numbers.put(gram, numbers.size() + 1));
    }

    int size() {
        return numbers.size();
    }

    Feature[] vector(String text) {
        int[] known = of(text).stream()
                .filter(numbers::containsKey)
                .mapToInt(numbers::get)
                .sorted()
                .toArray();
        double value = 1 / Math.sqrt(Math.max(1, known.length));
        return Arrays.stream(known)
                .mapToObj(number -> new FeatureNode(number, value))
                .toArray(Feature[]::new);
    }

    private static Set<String> of(String text) {
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
