package id.tanggap.triage.text;

import id.tanggap.triage.policy.Indicator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which words and categories speak of danger; its terms and where they come from are in {@code text/indicators.csv}. Made
 * to miss little: a word too many costs an operator a look.
 */
public final class DangerLexicon {

    private static final String RESOURCE = "/text/indicators.csv";

    private final Map<String, Indicator> categories = new HashMap<>();
    private final Map<List<String>, Indicator> phrases = new HashMap<>();
    private final int longest;

    private DangerLexicon(List<String> lines) {
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(";", 2);
            Indicator indicator = Indicator.valueOf(parts[0]);
            if (parts[1].startsWith("@")) {
                categories.put(parts[1].substring(1), indicator);
            } else {
                phrases.put(Words.of(parts[1]), indicator);
            }
        }
        longest = phrases.keySet().stream().mapToInt(List::size).max().orElse(0);
    }

    /** The lexicon that ships with the service. */
    public static DangerLexicon bundled() {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(DangerLexicon.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            return new DangerLexicon(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The dangers that a report of this category, with this text, speaks of. */
    public Set<Indicator> in(String category, String text) {
        EnumSet<Indicator> found = EnumSet.noneOf(Indicator.class);
        Indicator ofCategory = categories.get(category);
        if (ofCategory != null) {
            found.add(ofCategory);
        }
        List<String> words = Words.of(text);
        for (int start = 0; start < words.size(); start++) {
            for (int end = start + 1; end <= Math.min(words.size(), start + longest); end++) {
                Indicator indicator = phrases.get(words.subList(start, end));
                if (indicator != null) {
                    found.add(indicator);
                }
            }
        }
        return Collections.unmodifiableSet(found);
    }
}
