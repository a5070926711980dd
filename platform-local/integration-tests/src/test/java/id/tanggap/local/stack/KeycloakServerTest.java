package id.tanggap.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class KeycloakServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SystemConfig config;
    private KeycloakServer server;

    /** Started once: it takes its time. */
    @BeforeAll
    void start(@TempDir Path home) {
        config = new SystemConfig(home, Ports.free(), Credentials.random(), true);
        server = new KeycloakServer(config);
        server.start();
    }

    @AfterAll
    void end() {
        server.kill();
    }

    @Test
    void aRealmThatAnOlderVersionMadeGetsWhatIsNewAndKeepsWhatIsThere() throws Exception {
        forget("clients?clientId=agency-pusat", "clients");
        forget("users?username=pusat1&exact=true", "users");
        forget("users?username=officer1&exact=true", "users");
        ask("DELETE", "roles/officer");
        Files.writeString(config.data(KeycloakServer.NAME).resolve("complete"), "of an older document");

        // As its next start does once it serves; that start would take half a minute for nothing else.
        server.keepRealmCurrent();

        TokenClient tokens = new TokenClient(config);
        assertAgency("pusat", tokens.client("agency-pusat"));
        assertAgency("pusat", tokens.user("pusat1"));
        assertAgency("damkar", tokens.user("damkar1"));
        assertRole("officer", "damkar", tokens.user("officer1"));
    }

    @Test
    void aDeploymentsRealmIsTakenAndItsPasswordsAreAsked() throws Exception {
        ObjectNode deployment = (ObjectNode) JSON.readTree(Realm.document(config.credentials()));
        deployment.put("realm", "deployment");

        send("POST", "", deployment.toString());

        JsonNode taken = JSON.readTree(send("GET", "deployment", ""));
        for (String setting : List.of("passwordPolicy", "failureFactor", "revokeRefreshToken", "eventsEnabled")) {
            assertEquals(deployment.required(setting), taken.path(setting), setting);
        }
        JsonNode operator = JSON.readTree(send("GET", "deployment/users?username=operator1&exact=true", ""));
        String password = "deployment/users/" + operator.path(0).path("id").asText() + "/reset-password";
        assertEquals(
                400,
                answer("PUT", password, "{\"type\":\"password\",\"value\":\"kartini\"}")
                        .statusCode());
        send("PUT", password, "{\"type\":\"password\",\"value\":\"ukir kayu jati Jepara\"}");
    }

    private void forget(String query, String kind) throws Exception {
        JsonNode found = JSON.readTree(ask("GET", query));
        assertEquals(1, found.size(), query);
        ask("DELETE", kind + "/" + found.get(0).path("id").asText());
    }

    private String ask(String method, String path) throws Exception {
        return send(method, "tanggap/" + path, "");
    }

    private String send(String method, String path, String body) throws Exception {
        HttpResponse<String> response = answer(method, path, body);
        assertEquals(2, response.statusCode() / 100, path + ": " + response.body());
        return response.body();
    }

    /** As the server's administrator. */
    private HttpResponse<String> answer(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(config.keycloakUrl() + "/admin/realms" + (path.isEmpty() ? "" : "/" + path)))
                .header("Authorization", "Bearer " + new RealmUpdate(config).token())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void assertAgency(String agency, String token) throws Exception {
        assertRole("agency", agency, token);
    }

    private static void assertRole(String role, String agency, String token) throws Exception {
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        assertEquals(agency, claims.path("agency").asText(), claims.toString());
        assertTrue(claims.at("/realm_access/roles").toString().contains("\"" + role + "\""), claims.toString());
    }
}
