package id.tanggap.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path home;

    private SystemConfig config;
    private KeycloakServer server;

    @BeforeEach
    void make() {
        config = new SystemConfig(home, Ports.free(), Credentials.random(), true);
        server = new KeycloakServer(config);
    }

    @AfterEach
    void end() {
        server.kill();
    }

    @Test
    void aRealmThatAnOlderVersionMadeGetsWhatIsNewAndKeepsWhatIsThere() throws Exception {
        server.start();
        forget("clients?clientId=agency-pusat", "clients");
        forget("users?username=pusat1&exact=true", "users");
        forget("users?username=officer1&exact=true", "users");
        ask("DELETE", "roles/officer");
        server.stop();
        Files.writeString(config.data(KeycloakServer.NAME).resolve("complete"), "of an older document");

        server.start();

        TokenClient tokens = new TokenClient(config);
        assertAgency("pusat", tokens.client("agency-pusat"));
        assertAgency("pusat", tokens.user("pusat1"));
        assertAgency("damkar", tokens.user("damkar1"));
        assertRole("officer", "damkar", tokens.user("officer1"));
    }

    private void forget(String query, String kind) throws Exception {
        JsonNode found = JSON.readTree(ask("GET", query));
        assertEquals(1, found.size(), query);
        ask("DELETE", kind + "/" + found.get(0).path("id").asText());
    }

    private String ask(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(config.keycloakUrl() + "/admin/realms/tanggap/" + path))
                .header("Authorization", "Bearer " + new RealmUpdate(config).token())
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(2, response.statusCode() / 100, path + ": " + response.body());
            return response.body();
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
