package id.tanggap.triage.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds the regency's places in what people write, spelling forgiven: one letter wrong in a name of six or more, spaces
 * anywhere. A name that is also an everyday word ("Jambu", "Bulu") counts only after a word such as "di" or "desa".
 */
public final class Gazetteer {

    private static final Set<String> BEFORE_A_PLACE = Set.of(
            "di",
            "ds",
            "desa",
            "kel",
            "kelurahan",
            "kec",
            "kecamatan",
            "dekat",
            "daerah",
            "dukuh",
            "dari",
            "ke",
            "arah",
            "pasar",
            "jalan",
            "jl",
            "pantai",
            "terminal",
            "sd",
            "smp",
            "sma");

    /** Shorter names are everyday words too often to stand alone, and too short to forgive a letter. */
    private static final int DISTINCT = 6;

    private static final int MOST_WORDS = 3;
    private static final LevenshteinDistance ONE_LETTER = new LevenshteinDistance(1);

    private final List<Place> places;

    /** {@code places}: of one regency. */
    public Gazetteer(List<Place> places) {
        this.places = List.copyOf(places);
    }

    /**
     * Reads lines of {@code code;name;kecamatan;lat;lon}; those that begin with # are remarks.
     *
     * @throws IllegalArgumentException if a line is of another form
     */
    public static Gazetteer of(Stream<String> lines) {
        return new Gazetteer(lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Gazetteer::place)
                .toList());
    }

    /** The places that this text names; where a desa and its kecamatan share a name, the kecamatan. */
    public List<Place> in(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
        List<Place> found = new ArrayList<>();
        int start = 0;
        while (start < words.length) {
            Optional<Found> next = at(words, start);
            next.ifPresent(hit -> found.add(hit.place));
            start += next.map(Found::words).orElse(1);
        }
        return found.stream().distinct().toList();
    }

    /** The place that an operator chose: the desa, or the kecamatan where none is given or known. */
    public Optional<Place> named(Optional<String> kecamatan, Optional<String> desa) {
        Optional<Place> village = desa.flatMap(name -> places.stream()
                .filter(place -> !place.isKecamatan() && same(place.name(), name))
                .filter(place ->
                        kecamatan.map(of -> same(place.kecamatan(), of)).orElse(true))
                .findFirst());
        return village.or(() -> kecamatan.flatMap(name -> places.stream()
                .filter(place -> place.isKecamatan() && same(place.name(), name))
                .findFirst()));
    }

    private record Found(Place place, int words) {}

    /** The longest name that begins at this word. */
    private Optional<Found> at(String[] words, int start) {
        boolean introduced = start > 0 && BEFORE_A_PLACE.contains(words[start - 1]);
        for (int count = Math.min(MOST_WORDS, words.length - start); count > 0; count--) {
            String said = String.join("", List.of(words).subList(start, start + count));
            if (said.length() < DISTINCT && !introduced) {
                continue;
            }
            Optional<Place> place = best(said);
            if (place.isPresent()) {
                return Optional.of(new Found(place.get(), count));
            }
        }
        return Optional.empty();
    }

    private Optional<Place> best(String said) {
        return places.stream()
                .filter(place -> same(place.name(), said))
                .min(Comparator.comparing(
                                (Place place) -> !letters(place.name()).equals(said))
                        .thenComparing(place -> !place.isKecamatan()));
    }

    private static boolean same(String name, String said) {
        String one = letters(name);
        String other = letters(said);
        return one.equals(other) || one.length() >= DISTINCT && ONE_LETTER.apply(one, other) >= 0;
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }

    private static Place place(String line) {
        String[] part = line.split(";");
        if (part.length != 5) {
            throw new IllegalArgumentException("not code;name;kecamatan;lat;lon: " + line);
        }
        return new Place(part[0], part[1], part[2], Double.parseDouble(part[3]), Double.parseDouble(part[4]));
    }
}
