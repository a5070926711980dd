package id.tanggap.local.replay.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.tanggap.local.stack.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends a request until it is accepted, as a telephone exchange does: after a lost connection, a timeout, 429 or any 5xx
 * the same request goes out again. Any other 4xx is an answer and ends it.
 */
public final class PatientClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration FIRST_WAIT = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final int NEW_TOKENS = 5;
    private static final int PAGE = 200;

    private final Bearers bearers;
    private final Duration patience;
    private final AtomicLong retries = new AtomicLong();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** {@code patience}: for how long one request is tried. */
    public PatientClient(Bearers bearers, Duration patience) {
        this.bearers = bearers;
        this.patience = patience;
    }

    public long retries() {
        return retries.get();
    }

    public Accepted send(Request request) throws NotAccepted, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Duration wait = FIRST_WAIT;
        int renewed = 0;
        for (int number = 1; ; number++) {
            Attempt attempt = attempt(request);
            if (attempt.status >= 200 && attempt.status < 300) {
                return new Accepted(attempt.status, attempt.body, number, attempt.sentNanos, System.nanoTime());
            }
            boolean expired = attempt.status == 401 && renewed++ < NEW_TOKENS;
            if (expired) {
                bearers.forget();
            } else if (!attempt.transientFailure()) {
                throw new NotAccepted(attempt.status, describe(request, attempt));
            }
            if (System.nanoTime() > end) {
                throw new NotAccepted(
                        attempt.status,
                        "not accepted in %d s: %s".formatted(patience.toSeconds(), describe(request, attempt)));
            }
            retries.incrementAndGet();
            Thread.sleep(wait);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
        }
    }

    /** All items of a list that is read page by page. */
    public List<JsonNode> pages(URI list, String as) throws NotAccepted, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String page = list + (list.getRawQuery() == null ? "?" : "&") + "limit=" + PAGE;
        String next = "";
        do {
            String cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
            JsonNode body = send(Request.get(URI.create(page + cursor), as)).body();
            body.path("items").forEach(items::add);
            next = body.path("next").asText("");
        } while (!next.isEmpty());
        return items;
    }

    private Attempt attempt(Request request) throws InterruptedException {
        try {
            HttpRequest prepared = http(request);
            long sent = System.nanoTime();
            HttpResponse<byte[]> response = http.send(prepared, HttpResponse.BodyHandlers.ofByteArray());
            return new Attempt(response.statusCode(), json(response.body()), "", sent);
        } catch (IOException | StackException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return new Attempt(0, MissingNode.getInstance(), e.getClass().getSimpleName(), 0);
        }
    }

    private HttpRequest http(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + bearers.of(request.as()))
                .header("Accept", "application/json");
        request.headers().forEach(builder::header);
        if (request.method().equals("GET")) {
            return builder.GET().build();
        }
        return builder.header("Content-Type", request.contentType())
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()))
                .build();
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static String describe(Request request, Attempt attempt) {
        String answer = attempt.status == 0
                ? attempt.failure
                : attempt.status + " " + attempt.body.path("type").asText("") + " "
                        + attempt.body.path("detail").asText("") + " "
                        + (attempt.body.has("errors")
                                ? attempt.body.get("errors").toString()
                                : "");
        return request.method() + " " + request.uri().getPath() + " -> " + answer.strip();
    }

    private record Attempt(int status, JsonNode body, String failure, long sentNanos) {
        boolean transientFailure() {
            return status == 0 || status == 429 || status >= 500;
        }
    }
}
