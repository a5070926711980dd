package id.tanggap.local.bench;

import id.tanggap.local.replay.http.Bearers;
import id.tanggap.local.replay.http.Request;
import id.tanggap.local.stack.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.util.Optional;

/**
 * Sends one request at a time over one connection that stays open, on the caller's own thread: a client with threads of its
 * own would measure how soon a machine at rest wakes them.
 */
final class PlainClient {
    private final Bearers bearers;

    PlainClient(Bearers bearers) {
        this.bearers = bearers;
    }

    /** Returns when the whole answer has come; any but 2xx is an error. */
    void send(Request request) {
        exchange(request, Optional.of(bearers.of(request.as())));
    }

    /** The same without a token. */
    void sendUnnamed(Request request) {
        exchange(request, Optional.empty());
    }

    private static void exchange(Request request, Optional<String> bearer) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) request.uri().toURL().openConnection();
            connection.setRequestMethod(request.method());
            bearer.ifPresent(token -> connection.setRequestProperty("Authorization", "Bearer " + token));
            if (request.body().length > 0) {
                connection.setRequestProperty("Content-Type", request.contentType());
                connection.setDoOutput(true);
                connection.setFixedLengthStreamingMode(request.body().length);
                connection.getOutputStream().write(request.body());
            }
            int status = connection.getResponseCode();
            if (status / 100 != 2) {
                throw new StackException("The bench's " + request.uri() + " was answered " + status + ".");
            }
            try (InputStream answer = connection.getInputStream()) {
                answer.readAllBytes();
            }
        } catch (IOException e) {
            throw new StackException("The bench cannot reach " + request.uri() + ": " + e.getMessage(), e);
        }
    }
}
