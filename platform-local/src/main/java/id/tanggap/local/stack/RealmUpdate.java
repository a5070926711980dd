package id.tanggap.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Gives a running Keycloak's realm the roles, clients and people that a newer version needs, by Keycloak's admin interface:
 * its import at the start passes over a realm that exists. What is there stays as it is.
 */
final class RealmUpdate {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final SystemConfig config;

    RealmUpdate(SystemConfig config) {
        this.config = config;
    }

    void apply() {
        request(
                config.keycloakUrl() + "/admin/realms/tanggap/partialImport",
                "application/json",
                Realm.additions(config.credentials()),
                "Bearer " + token());
    }

    /** The administrator's. */
    String token() {
        String password = config.credentials().users().get(Credentials.KEYCLOAK_ADMIN);
        return request(
                        config.keycloakUrl() + "/realms/master/protocol/openid-connect/token",
                        "application/x-www-form-urlencoded",
                        "grant_type=password&client_id=admin-cli&username=" + Credentials.KEYCLOAK_ADMIN + "&password="
                                + URLEncoder.encode(password, StandardCharsets.UTF_8),
                        "")
                .path("access_token")
                .asText();
    }

    private static JsonNode request(String address, String type, String body, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(LIMIT)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new StackException("Keycloak refuses to bring its realm up to date (" + response.statusCode()
                        + " from " + address + "): " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new StackException("Keycloak does not answer at " + address + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }
}
