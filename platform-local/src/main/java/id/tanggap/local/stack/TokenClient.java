package id.tanggap.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Access tokens of the local realm's people and clients, kept until shortly before they expire. */
public final class TokenClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final String realmUrl;
    private final Credentials credentials;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<Map<String, String>, Token> tokens = new ConcurrentHashMap<>();

    public TokenClient(SystemConfig config) {
        this(config.realmUrl(), config.credentials());
    }

    /** {@code credentials}: of those whose tokens are wanted. */
    public TokenClient(String realmUrl, Credentials credentials) {
        this.realmUrl = realmUrl;
        this.credentials = credentials;
    }

    /** The token of a person such as {@code operator1} or {@code damkar1}. */
    public String user(String name) {
        return token(Map.of(
                "grant_type",
                "password",
                "client_id",
                "console",
                "username",
                name,
                "password",
                known("user", name, credentials.users())));
    }

    /** The token of a machine: {@code gateway}, {@code prometheus} or {@code agency-<id>}. */
    public String client(String id) {
        return token(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                id,
                "client_secret",
                known("client", id, credentials.clients())));
    }

    private String token(Map<String, String> form) {
        return tokens.compute(form, (key, old) -> old != null && old.fresh() ? old : request(form)).value;
    }

    private Token request(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(realmUrl + "/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new StackException("Keycloak gave no token (" + response.statusCode() + "): " + response.body());
            }
            JsonNode json = JSON.readTree(response.body());
            return new Token(
                    json.path("access_token").asText(),
                    Instant.now().plusSeconds(json.path("expires_in").asLong()).minus(MARGIN));
        } catch (IOException e) {
            throw new StackException("Keycloak does not answer at " + realmUrl + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    private static String known(String kind, String name, Map<String, String> secrets) {
        String secret = secrets.get(name);
        if (secret == null) {
            throw new IllegalArgumentException("the realm has no " + kind + " " + name);
        }
        return secret;
    }

    private record Token(String value, Instant renewAt) {
        boolean fresh() {
            return Instant.now().isBefore(renewAt);
        }
    }
}
