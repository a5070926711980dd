package id.tanggap.triage.text;

import id.tanggap.triage.policy.Indicator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list of words and phrases of danger, and of the categories that speak of it by themselves. */
public final class DangerTerms {

    private final Map<String, Indicator> categories = new HashMap<>();
    private final Map<List<String>, Indicator> phrases = new HashMap<>();
    private final List<String> written = new ArrayList<>();
    private final int longest;

    /** Of lines {@code indicator;term}, a term after {@code @} being a category. */
    public DangerTerms(List<String> lines) {
        for (String line : lines) {
            String[] parts = line.split(";", 2);
            Indicator indicator = Indicator.valueOf(parts[0]);
            if (parts[1].startsWith("@")) {
                categories.put(parts[1].substring(1), indicator);
            } else {
                phrases.put(Words.of(parts[1]), indicator);
                written.add(parts[1]);
            }
        }
        longest = phrases.keySet().stream().mapToInt(List::size).max().orElse(0);
    }

    /**
     * A term in a text.
     *
     * @param start its first word
     * @param end the word after its last one
     */
    public record Found(Indicator indicator, int start, int end) {}

    public Optional<Indicator> ofCategory(String category) {
        return Optional.ofNullable(categories.get(category));
    }

    /** The terms in these stems, which {@link Words} made. */
    public List<Found> in(List<String> words) {
        List<Found> found = new ArrayList<>();
        for (int start = 0; start < words.size(); start++) {
            for (int end = start + 1; end <= Math.min(words.size(), start + longest); end++) {
                Indicator indicator = phrases.get(words.subList(start, end));
                if (indicator != null) {
                    found.add(new Found(indicator, start, end));
                }
            }
        }
        return found;
    }

    /** The terms as they stand in the list. */
    List<String> written() {
        return written;
    }
}
