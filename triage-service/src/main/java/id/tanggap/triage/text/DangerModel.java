package id.tanggap.triage.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells whether a text is worded like reports of danger: a weighted sum of its {@link Ngrams}, which therefore says what it
 * looked at. The weights are data, {@code words.csv}, with their SHA-256; triage-lab trains them on reports that we wrote.
 */
public final class DangerModel {

    /** Shipped with the service. */
    public static final String BUNDLED = "/META-INF/tanggap/models/words.csv";

    private static final double STEPS = 1_000;

    /** In the order of their n-grams, found by hash: each text asks for a hundred and more. */
    private final Map<String, Double> weights;

    private final double constant;
    private final double from;

    /**
     * Rounded to thousandths, so that a file holds exactly this model.
     *
     * @param weights natural log-odds of each n-gram, before they are divided by the root of their number in the text
     * @param constant log-odds of a text of which no n-gram is known
     * @param from log-odds from which on a text speaks of danger
     */
    public DangerModel(Map<String, Double> weights, double constant, double from) {
        this.weights = new LinkedHashMap<>();
        new TreeMap<>(weights).forEach((gram, weight) -> this.weights.put(gram, rounded(weight)));
        this.constant = rounded(constant);
        this.from = rounded(from);
    }

    public static DangerModel bundled() {
        return parse(Lines.of(BUNDLED));
    }

    /**
     * Reads {@link #lines()}.
     *
     * @throws IllegalArgumentException if they were changed after they were written
     */
    static DangerModel parse(List<String> lines) {
        SortedMap<String, Double> read = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int cut = line.lastIndexOf(';');
            read.put(line.substring(0, cut), Double.valueOf(line.substring(cut + 1)));
        }
        DangerModel model = new DangerModel(read, read.remove("constant"), read.remove("from"));
        String stated = lines.getFirst();
        if (!stated.equals("checksum;" + model.checksum())) {
            throw new IllegalArgumentException(stated + " is not " + model.checksum() + ", the one of what follows");
        }
        return model;
    }

    /** {@code checksum;…}, {@code constant;…}, {@code from;…}, and each n-gram's weight. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("checksum;" + checksum());
        lines.addAll(body());
        return lines;
    }

    /** SHA-256 of all lines but its own. */
    public String checksum() {
        try {
            byte[] body = String.join("\n", body()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public boolean speaksOfDanger(String text) {
        return logOdds(text) >= from;
    }

    /** Natural log-odds of danger. */
    public double logOdds(String text) {
        List<Double> known = Ngrams.of(text).stream()
                .map(weights::get)
                .filter(Objects::nonNull)
                .toList();
        double sum = known.stream().mapToDouble(Double::doubleValue).sum();
        return constant + sum / Math.sqrt(Math.max(1, known.size()));
    }

    private List<String> body() {
        List<String> body = new ArrayList<>(List.of("constant;" + constant, "from;" + from));
        body.addAll(weights.entrySet().stream()
                .map(each -> each.getKey() + ";" + each.getValue())
                .collect(Collectors.toList()));
        return body;
    }

    private static double rounded(double value) {
        return Math.round(value * STEPS) / STEPS;
    }
}
