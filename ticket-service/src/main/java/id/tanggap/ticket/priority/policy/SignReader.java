package id.tanggap.ticket.priority.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads from an Indonesian report what raises its priority, by the terms in {@code priority/signs.csv}. The longest term
 * counts: "anak sungai" is a brook. Beside a denial no disaster, no crowd and no child is meant ("bukan banjir"); a threat to
 * life is heeded even then, for one look too many costs less than one too few.
 */
final class SignReader {

    private static final String TERMS = "/priority/signs.csv";
    private static final Pattern CLAUSE = Pattern.compile("[.,;:!?\\n]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> DENIAL = Set.of("bukan", "tanpa", "nihil");

    /** As people type on a telephone. */
    private static final Map<String, String> SHORT =
            Map.of("tdk", "tidak", "gak", "tidak", "nggak", "tidak", "tak", "tidak", "bkn", "bukan", "byk", "banyak");

    private static final Map<List<String>, Optional<Sign>> SIGN_OF = load();
    private static final int LONGEST =
            SIGN_OF.keySet().stream().mapToInt(List::size).max().orElse(0);

    private SignReader() {}

    static Set<Sign> read(String text) {
        Set<Sign> found = EnumSet.noneOf(Sign.class);
        for (String clause : CLAUSE.split(text.toLowerCase(Locale.ROOT))) {
            List<String> words = BETWEEN_WORDS
                    .splitAsStream(clause)
                    .filter(word -> !word.isEmpty())
                    .map(word -> SHORT.getOrDefault(word, word))
                    .toList();
            read(words, found);
        }
        return Set.copyOf(found);
    }

    private static void read(List<String> words, Set<Sign> found) {
        int at = 0;
        while (at < words.size()) {
            int length = termAt(words, at);
            if (length == 0) {
                at++;
                continue;
            }
            int start = at;
            SIGN_OF.get(words.subList(at, at + length))
                    .filter(sign -> sign == Sign.LIFE || !denied(words.subList(0, start)))
                    .ifPresent(found::add);
            at += length;
        }
    }

    /** How many words the longest term has that begins here; 0: none does. */
    private static int termAt(List<String> words, int at) {
        for (int length = Math.min(LONGEST, words.size() - at); length > 0; length--) {
            if (SIGN_OF.containsKey(words.subList(at, at + length))) {
                return length;
            }
        }
        return 0;
    }

    private static boolean denied(List<String> before) {
        int size = before.size();
        return size > 0 && DENIAL.contains(before.getLast())
                || size > 1
                        && before.get(size - 2).equals("tidak")
                        && Set.of("ada", "terjadi").contains(before.getLast());
    }

    private static Map<List<String>, Optional<Sign>> load() {
        Map<List<String>, Optional<Sign>> signs = new HashMap<>();
        for (String line : lines()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split(";", 2);
            Optional<Sign> sign = columns[0].equals("NONE") ? Optional.empty() : Optional.of(Sign.valueOf(columns[0]));
            Arrays.stream(columns[1].split(","))
                    .map(term -> List.of(term.strip().split(" ")))
                    .forEach(term -> signs.put(term, sign));
        }
        return Map.copyOf(signs);
    }

    private static List<String> lines() {
        try (InputStream source = SignReader.class.getResourceAsStream(TERMS);
                BufferedReader reader = new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8))) {
            return new ArrayList<>(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(TERMS + " cannot be read", e);
        }
    }
}
