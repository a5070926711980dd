package id.tanggap.local.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service's metrics as Prometheus reads them, with the rules that our own keep. */
public final class Scrape {
    /** Exemplars are in this form alone. */
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private static final String OURS = "tanggap_";
    private static final Pattern SAMPLE = Pattern.compile("([a-z_:][a-z0-9_:]*)(?:\\{(.*?)})? (\\S+)(?: # .*)?");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    /** What a label of ours may be: each has few values, and none of them names a ticket, a call or a person. */
    private static final Set<String> LABELS = Set.of(
            "agency",
            "band",
            "by",
            "caller",
            "category",
            "cause",
            "channel",
            "correction",
            "disposition",
            "emergency",
            "end",
            "feature",
            "key",
            "known",
            "le",
            "life_threat",
            "measure",
            "priority",
            "reason",
            "repeated",
            "result",
            "rung",
            "service",
            "state",
            "status",
            "step",
            "test",
            "trigger",
            "urgent",
            "version",
            "what");

    /** Whose values are of the reference data or of the registry's making. */
    private static final Set<String> FREE = Set.of("category", "le", "version");

    /** Times, numbers of telephones and UUIDs have as many. */
    private static final int TOO_MANY_DIGITS = 8;

    private static final int MOST_SERIES = 600;

    private static final String DOCUMENT = "docs/metrics.md";

    private final String document = read();
    private final String text;
    private final List<Sample> samples = new ArrayList<>();

    private Scrape(String text) {
        this.text = text;
        text.lines().filter(line -> !line.startsWith("#")).map(SAMPLE::matcher).forEach(line -> {
            if (line.matches()) {
                samples.add(new Sample(line.group(1), labels(line.group(2)), number(line.group(3))));
            }
        });
    }

    private record Sample(String name, Map<String, String> labels, double value) {}

    /** Of the service at this address, such as {@code http://127.0.0.1:8081}, which knows who may see it. */
    public static Scrape of(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/q/metrics"))
                .header("Authorization", "Bearer " + Tokens.user("ops1"))
                .header("Accept", OPEN_METRICS)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("/q/metrics answers " + response.statusCode());
            }
            return new Scrape(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The sum of all series of this name that have these labels, given as names and values in turn; 0 if there is none. */
    public double sum(String name, String... labels) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name) && has(sample, labels))
                .mapToDouble(Sample::value)
                .sum();
    }

    public boolean has(String name, String... labels) {
        return samples.stream().anyMatch(sample -> sample.name().equals(name) && has(sample, labels));
    }

    /** The trace ids that slow or quick buckets of this histogram lead to. */
    public List<String> exemplars(String histogram) {
        Pattern exemplar = Pattern.compile(
                Pattern.quote(histogram) + "_bucket\\{.*} \\S+ # \\{.*trace_id=\"([0-9a-f]{32})\".*} \\S+.*");
        return text.lines()
                .map(exemplar::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .toList();
    }

    /** What is wrong with our own metrics: undocumented, no description, a unit that is not in the name, a label that is none of ours or has any value. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        Map<String, Integer> series = new TreeMap<>();
        for (String line : text.lines().filter(line -> line.startsWith("# ")).toList()) {
            String[] parts = line.split(" ", 4);
            if (parts.length == 4 && parts[2].startsWith(OURS)) {
                fault(parts[1], parts[2], parts[3]).ifPresent(faults::add);
                if (parts[1].equals("TYPE") && !isDocumented(parts[2], parts[3])) {
                    faults.add(parts[2] + " is not in " + DOCUMENT);
                }
            }
        }
        for (Sample sample : samples) {
            if (sample.name().startsWith(OURS)) {
                series.merge(sample.name(), 1, Integer::sum);
                sample.labels().forEach((label, value) -> {
                    long digits = value.chars().filter(Character::isDigit).count();
                    if (!LABELS.contains(label) || !FREE.contains(label) && digits >= TOO_MANY_DIGITS) {
                        faults.add(sample.name() + " has " + label + "=" + value);
                    }
                });
            }
        }
        series.forEach((name, count) -> {
            if (count > MOST_SERIES) {
                faults.add(name + " has " + count + " series");
            }
        });
        return faults;
    }

    private static Optional<String> fault(String kind, String name, String rest) {
        boolean timed = name.endsWith("_seconds") || name.endsWith("_ratio") || name.endsWith("_bytes");
        return switch (kind) {
            case "HELP" -> Optional.of(name + " has no description").filter(no -> rest.isBlank());
            case "TYPE" ->
                Optional.of(name + " has no unit")
                        .filter(no -> (rest.equals("histogram") || rest.equals("summary")) && !timed);
            default -> Optional.empty();
        };
    }

    private static double number(String written) {
        return Double.parseDouble(written.replace("Inf", "Infinity"));
    }

    /** A timer's maximum comes with it and is not named by itself. */
    private boolean isDocumented(String name, String type) {
        return name.endsWith("_max") || document.contains("| " + name + (type.equals("counter") ? "_total |" : " |"));
    }

    private static String read() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(DOCUMENT))) {
            folder = folder.getParent();
        }
        try {
            return Files.readString(folder.resolve(DOCUMENT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean has(Sample sample, String... labels) {
        for (int i = 0; i < labels.length; i += 2) {
            if (!labels[i + 1].equals(sample.labels().get(labels[i]))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> labels(String written) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (written != null) {
            Matcher label = LABEL.matcher(written);
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
        }
        return labels;
    }
}
