package id.tanggap.ticket.area;

import id.tanggap.ticket.area.policy.Area;
import id.tanggap.ticket.area.policy.Named;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Finds areas by name, spelling forgiven: what is written before a name ("Kec.", "Ds."), capitals, spaces, old spelling
 * ("Djepara", "Karimoendjawa") and doubled letters make no difference, other letters a little. How alike two names are is
 * their Jaro-Winkler similarity, 0 to 1, but not less than {@value #ONE_SLIP} with one letter after the first wrong,
 * missing, too many or exchanged with its neighbour.
 */
final class AreaNames {

    /** From here on a name is shown as a candidate to a person, who chooses. */
    private static final double WORTH_SHOWING = 0.82;

    /** From here on it is taken without asking. */
    private static final double SURE = 0.92;

    /** Jaro-Winkler makes much of a name's beginning: a slip in its second letter is no worse than one in its last. */
    private static final double ONE_SLIP = 0.93;

    /** Shorter names have too many neighbours: Bugo and Bugel, Pule and Paren. */
    private static final int FORGIVEN_FROM = 5;

    /** By so much the best must lead then: two desa such as Mayong Lor and Mayong Kidul are never guessed between. */
    private static final double LEAD = 0.03;

    private static final Pattern BEFORE_A_NAME = Pattern.compile(
            "^(?:(?:kec|kecamatan|ds|desa|kel|kelurahan|kab|kabupaten)\\b[.:]?\\s*)+", Pattern.CASE_INSENSITIVE);

    private static final JaroWinklerSimilarity ALIKE = new JaroWinklerSimilarity();
    private static final DamerauLevenshteinDistance SLIPS = new DamerauLevenshteinDistance(1);

    private final List<Entry> kecamatan;
    private final List<Entry> desa;

    AreaNames(List<Desa> all) {
        kecamatan = all.stream()
                .map(Desa::kecamatan)
                .distinct()
                .map(area -> new Entry(area, area, plain(area.name())))
                .toList();
        desa = all.stream()
                .map(each -> new Entry(
                        each.area(), each.kecamatan(), plain(each.area().name())))
                .toList();
    }

    private record Entry(Area area, Area kecamatan, String plain) {}

    /** The areas whose names are like this one, the most alike first, a kecamatan before a desa of the same name. */
    List<Candidate> like(String name, int limit) {
        String plain = plain(name);
        return Stream.concat(kecamatan.stream(), desa.stream())
                .map(entry -> candidate(entry, plain))
                .filter(candidate -> candidate.similarity() >= WORTH_SHOWING)
                .sorted(Comparator.comparingDouble(Candidate::similarity).reversed())
                .limit(limit)
                .toList();
    }

    /** What the two names mean together; null or blank is not told. A desa that lies elsewhere gives way to the kecamatan. */
    Named resolve(String kecamatanTold, String desaTold) {
        Optional<String> inKecamatan = told(kecamatanTold);
        Optional<String> inDesa = told(desaTold);
        if (inKecamatan.isEmpty() && inDesa.isEmpty()) {
            return Named.NOTHING;
        }
        Optional<Area> of = inKecamatan.flatMap(name -> sure(kecamatan, name)).map(Entry::area);
        Optional<Entry> found = of.isPresent()
                ? inDesa.flatMap(name -> sure(inside(of.get()), name))
                // Either name may be of a desa: people write what they know into the first field.
                : inDesa.flatMap(name -> sure(desa, name)).or(() -> inKecamatan.flatMap(name -> sure(desa, name)));
        return new Named(
                true,
                of.or(() -> found.map(Entry::kecamatan))
                        .or(() -> inDesa.flatMap(name -> sure(kecamatan, name)).map(Entry::area)),
                found.map(Entry::area));
    }

    private List<Entry> inside(Area of) {
        return desa.stream().filter(entry -> entry.kecamatan.equals(of)).toList();
    }

    private static Optional<Entry> sure(List<Entry> among, String name) {
        String plain = plain(name);
        List<Candidate> best = among.stream()
                .map(entry -> candidate(entry, plain))
                .sorted(Comparator.comparingDouble(Candidate::similarity).reversed())
                .limit(2)
                .toList();
        if (best.isEmpty() || best.getFirst().similarity() < SURE) {
            return Optional.empty();
        }
        Candidate first = best.getFirst();
        boolean clear = first.similarity() == 1
                || best.size() == 1
                || first.similarity() - best.getLast().similarity() >= LEAD;
        return clear ? Optional.of(new Entry(first.area(), first.kecamatan(), plain)) : Optional.empty();
    }

    private static Candidate candidate(Entry entry, String plain) {
        return new Candidate(entry.area, entry.kecamatan, similarity(entry.plain, plain));
    }

    private static double similarity(String name, String told) {
        double alike = ALIKE.apply(name, told);
        // The first letter is seldom wrong, and Demak's Wedung is not Jepara's Kedung.
        boolean oneSlip =
                name.length() >= FORGIVEN_FROM && told.startsWith(name.substring(0, 1)) && SLIPS.apply(name, told) == 1;
        return oneSlip ? Math.max(ONE_SLIP, alike) : alike;
    }

    private static Optional<String> told(String name) {
        return Optional.ofNullable(name).filter(text -> !plain(text).isEmpty());
    }

    /** Letters only, and those that spellings exchange made one. */
    static String plain(String name) {
        String bare = BEFORE_A_NAME.matcher(name.strip()).replaceFirst("");
        return Normalizer.normalize(bare, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "")
                .replace("oe", "u")
                .replace("dj", "j")
                .replace("tj", "c")
                .replace("dh", "d")
                .replace("th", "t")
                .replaceAll("y$", "i")
                .replaceAll("(.)\\1", "$1");
    }
}
