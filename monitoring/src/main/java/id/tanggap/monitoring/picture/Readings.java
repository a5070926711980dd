package id.tanggap.monitoring.picture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.monitoring.dashboard.Query;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a running Prometheus answers to a panel's queries, for a page of the given length that ends now. */
final class Readings {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LABEL = Pattern.compile("\\{\\{(\\w+)}}");
    private static final int STEPS = 120;

    /** One series under its legend; of an instant query with one value. */
    record Series(String legend, List<Double> values) {
        double last() {
            return values.getLast();
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Duration length;
    private final Instant end = Instant.now();

    Readings(String prometheus, Duration length) {
        this.base = prometheus + "/api/v1/";
        this.length = length;
    }

    List<Series> now(List<Query> queries) throws IOException, InterruptedException {
        List<Series> all = new ArrayList<>();
        for (Query query : queries) {
            for (JsonNode found : ask("query?time=" + end.getEpochSecond(), query)) {
                all.add(new Series(legend(query, found), List.of(value(found.path("value")))));
            }
        }
        return all;
    }

    List<Series> over(List<Query> queries) throws IOException, InterruptedException {
        List<Series> all = new ArrayList<>();
        String times = "query_range?start=" + end.minus(length).getEpochSecond() + "&end=" + end.getEpochSecond()
                + "&step=" + Math.max(1, length.toSeconds() / STEPS);
        for (Query query : queries) {
            for (JsonNode found : ask(times, query)) {
                List<Double> values = new ArrayList<>();
                found.path("values").forEach(each -> values.add(value(each)));
                all.add(new Series(legend(query, found), values));
            }
        }
        return all;
    }

    private JsonNode ask(String times, Query query) throws IOException, InterruptedException {
        String expression =
                query.expression().replace("$__range", length.toSeconds() + "s").replace("$__rate_interval", "1m");
        URI uri = URI.create(base + times + "&query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        HttpResponse<byte[]> response =
                http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(uri + " is answered " + response.statusCode());
        }
        return JSON.readTree(response.body()).at("/data/result");
    }

    private static double value(JsonNode pair) {
        return Double.parseDouble(pair.get(1).asText());
    }

    private static String legend(Query query, JsonNode found) {
        return LABEL.matcher(query.legend())
                .replaceAll(label -> Matcher.quoteReplacement(
                        found.path("metric").path(label.group(1)).asText()));
    }
}
