package id.tanggap.triage.speed;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cumulative histogram as Prometheus writes it: upper bound in seconds to how many were no longer. */
record Histogram(TreeMap<Double, Double> buckets) {

    private static final Pattern BOUND = Pattern.compile("le=\"([^\"]+)\"");

    static Histogram of(String metrics, String name, String label) {
        TreeMap<Double, Double> buckets = new TreeMap<>();
        metrics.lines()
                .filter(line -> line.startsWith(name + "_bucket") && line.contains(label))
                .forEach(line -> {
                    Matcher bound = BOUND.matcher(line);
                    if (bound.find()) {
                        double le = bound.group(1).equals("+Inf")
                                ? Double.POSITIVE_INFINITY
                                : Double.parseDouble(bound.group(1));
                        buckets.merge(le, Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)), Double::sum);
                    }
                });
        return new Histogram(buckets);
    }

    Histogram minus(Histogram before) {
        TreeMap<Double, Double> since = new TreeMap<>();
        buckets.forEach((bound, count) -> since.put(bound, count - before.buckets.getOrDefault(bound, 0.0)));
        return new Histogram(since);
    }

    long count() {
        return buckets.isEmpty() ? 0 : Math.round(buckets.lastEntry().getValue());
    }

    /** Upper bound of the bucket in which this share of all lies, in seconds. */
    double quantile(double share) {
        return buckets.entrySet().stream()
                .filter(bucket -> bucket.getValue() >= share * count())
                .mapToDouble(Map.Entry::getKey)
                .findFirst()
                .orElse(Double.NaN);
    }
}
