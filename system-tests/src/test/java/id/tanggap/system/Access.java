package id.tanggap.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.stack.TokenClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Asks services for things in the name of everybody that the realm knows, in such a way that nothing comes of it. */
final class Access implements AutoCloseable {
    /** What is no operation of an interface, and stands in no OpenAPI document. */
    private static final List<String> OF_EVERY_SERVICE =
            List.of("GET /q/health", "GET /q/health/live", "GET /q/health/ready", "GET /q/metrics", "GET /q/openapi");

    private static final String SOCKET = "WS ";

    /** Of no ticket, no call and no subscription; and where only some words have a meaning, one of them. */
    private static final String NOBODYS = "019713a0-1111-7aaa-8bbb-0123456789ab";

    private static final Map<String, String> WORDS = Map.of("{change}", "merges", "{format}", "json");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SystemConfig config;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    Access(SystemConfig config) {
        this.config = config;
        TokenClient realm = new TokenClient(config);
        tokens.put("gateway", realm.client(Names.GATEWAY));
        tokens.put("synthetic", realm.client(Names.SYNTHETIC));
        tokens.put("operator", realm.user("operator1"));
        tokens.put("supervisor", realm.user("supervisor1"));
        tokens.put("agency", realm.user("damkar1"));
        tokens.put("officer", realm.user(Names.OFFICER));
        tokens.put("operations", realm.user("ops1"));
        tokens.put("metrics", realm.client(Names.PROMETHEUS));
    }

    /** Every role that somebody here has. */
    List<String> roles() {
        return List.copyOf(tokens.keySet());
    }

    /**
     * A service's answer.
     *
     * @param type its content type, if it has a body
     */
    record Answer(int status, Optional<String> type) {
        boolean admitted() {
            return status != 401 && status != 403;
        }
    }

    /** All that the service says it can be asked for, as {@code GET /api/v1/tickets/{ticketId}}. */
    List<String> operations(String service) throws IOException, InterruptedException {
        HttpResponse<InputStream> document = http.send(
                request(service, "GET /q/openapi?format=json", tokens.get("operations")), BodyHandlers.ofInputStream());
        List<String> all = new ArrayList<>(OF_EVERY_SERVICE);
        try (InputStream body = document.body()) {
            JsonNode paths = JSON.readTree(body).required("paths");
            paths.properties().forEach(path -> path.getValue().properties().forEach(operation -> {
                String method = operation.getKey().toUpperCase(Locale.ROOT);
                if (List.of("GET", "POST", "PUT", "PATCH", "DELETE").contains(method)) {
                    all.add(method + " " + path.getKey());
                }
            }));
        }
        return all;
    }

    /** What somebody of that role is told. */
    Answer ask(String service, String operation, String role) throws IOException, InterruptedException {
        return answer(service, operation, tokens.get(role));
    }

    /** What one is told who shows no token. */
    Answer askAsNobody(String service, String operation) throws IOException, InterruptedException {
        return answer(service, operation, null);
    }

    /** What one is told whose token no realm has signed. */
    Answer askWithForgedToken(String service, String operation) throws IOException, InterruptedException {
        String genuine = tokens.get("supervisor");
        return answer(service, operation, genuine.substring(0, genuine.lastIndexOf('.')) + ".c2lnbmVk");
    }

    private Answer answer(String service, String operation, String token) throws IOException, InterruptedException {
        if (operation.startsWith(SOCKET)) {
            return handshake(service, operation, token);
        }
        HttpResponse<InputStream> response =
                http.send(request(service, operation, token), BodyHandlers.ofInputStream());
        Optional<String> type = response.headers().firstValue("Content-Type");
        try (InputStream body = response.body()) {
            // A stream would never end; of all else the connection is taken again once it is read.
            if (!type.orElse("").startsWith("text/event-stream")) {
                body.skip(Long.MAX_VALUE);
            }
        }
        return new Answer(response.statusCode(), type);
    }

    private HttpRequest request(String service, String operation, String token) {
        String[] parts = operation.split(" ");
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("http", service, parts[1]));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        boolean empty = parts[0].equals("GET") || parts[0].equals("DELETE");
        if (!empty) {
            request.header("Content-Type", parts[1].endsWith("/audio") ? "audio/basic" : "application/json");
        }
        // No content that would do: whoever is admitted is told so.
        return request.method(parts[0], empty ? BodyPublishers.noBody() : BodyPublishers.ofString("[]"))
                .build();
    }

    private Answer handshake(String service, String operation, String token) throws IOException {
        WebSocket.Builder builder = http.newWebSocketBuilder();
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        try {
            builder.buildAsync(uri("ws", service, operation.substring(SOCKET.length())), new WebSocket.Listener() {})
                    .join()
                    .abort();
            return new Answer(101, Optional.empty());
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return new Answer(
                        refused.getResponse().statusCode(),
                        refused.getResponse().headers().firstValue("Content-Type"));
            }
            throw new IOException(e);
        }
    }

    private URI uri(String scheme, String service, String path) {
        String concrete = path;
        for (Map.Entry<String, String> word : WORDS.entrySet()) {
            concrete = concrete.replace(word.getKey(), word.getValue());
        }
        concrete = concrete.replaceAll("\\{[^}]+}", NOBODYS);
        return URI.create(scheme + "://127.0.0.1:" + config.ports().of(service) + concrete);
    }

    @Override
    public void close() {
        http.close();
    }
}
