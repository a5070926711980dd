package id.tanggap.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A running Prometheus, asked by its HTTP interface. */
final class PrometheusApi {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    PrometheusApi(int port) {
        base = "http://127.0.0.1:" + port + "/api/v1/";
    }

    /** The values of a query now, one a series; those that are no number are left out. */
    List<Double> values(String query) {
        List<Double> values = new ArrayList<>();
        get("query?query=" + encoded(query)).path("result").forEach(series -> {
            double value = Double.parseDouble(series.path("value").get(1).asText());
            if (!Double.isNaN(value)) {
                values.add(value);
            }
        });
        return values;
    }

    /** The names of all metrics that there are now. */
    Set<String> metrics() {
        Set<String> names = new TreeSet<>();
        get("label/__name__/values").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** What is scraped, with its health. */
    JsonNode targets() {
        return get("targets?state=active").path("activeTargets");
    }

    /** All groups of rules, with the health of each rule. */
    JsonNode groups() {
        return get("rules").path("groups");
    }

    private JsonNode get(String path) {
        try {
            HttpResponse<byte[]> response = http.send(
                    HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + " is answered " + answer);
            }
            return answer.path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
