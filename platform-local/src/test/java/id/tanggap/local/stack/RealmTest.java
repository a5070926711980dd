package id.tanggap.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RealmTest {
    private final Credentials credentials = Credentials.random();

    @Test
    void onlyTheLocalConsoleExchangesAPasswordForAToken() throws Exception {
        assertEquals(List.of(), passwordGrants(Realm.document(credentials)));
        assertEquals(List.of("console"), passwordGrants(Realm.localDocument(credentials)));
        assertEquals(List.of("console"), passwordGrants(Realm.additions(credentials)));
    }

    @Test
    void peopleOfADeploymentChooseAPasswordAtTheirFirstLogin() throws Exception {
        assertEquals(Set.of(true), temporary(Realm.document(credentials)));
        assertEquals(Set.of(false), temporary(Realm.localDocument(credentials)));
    }

    @Test
    void passwordsOfADeploymentAreHashedAsSlowlyAsKeycloakHasIt() throws Exception {
        assertFalse(read(Realm.document(credentials))
                .path("passwordPolicy")
                .asText()
                .contains("hash"));
        assertTrue(read(Realm.localDocument(credentials))
                .path("passwordPolicy")
                .asText()
                .contains("hash"));
    }

    @Test
    void aDeploymentsRealmIsHardened() throws Exception {
        JsonNode realm = read(Realm.document(credentials));
        Map<String, String> settings = new TreeMap<>();
        realm.properties().stream()
                .filter(setting -> setting.getValue().isValueNode())
                .forEach(setting ->
                        settings.put(setting.getKey(), setting.getValue().asText()));
        // All of them: one that is added or taken away is a decision.
        assertEquals(
                new TreeMap<>(Map.ofEntries(
                        Map.entry("realm", "tanggap"),
                        Map.entry("displayName", "Tanggap 112"),
                        Map.entry("enabled", "true"),
                        Map.entry("sslRequired", "external"),
                        Map.entry("defaultSignatureAlgorithm", "ES256"),
                        Map.entry("registrationAllowed", "false"),
                        Map.entry("resetPasswordAllowed", "false"),
                        Map.entry("passwordPolicy", "length(12) and notUsername and notEmail and passwordHistory(3)"),
                        Map.entry("bruteForceProtected", "true"),
                        Map.entry("failureFactor", "10"),
                        Map.entry("waitIncrementSeconds", "60"),
                        Map.entry("maxFailureWaitSeconds", "300"),
                        Map.entry("permanentLockout", "false"),
                        Map.entry("accessTokenLifespan", "600"),
                        Map.entry("revokeRefreshToken", "true"),
                        Map.entry("refreshTokenMaxReuse", "1"),
                        Map.entry("ssoSessionIdleTimeout", "28800"),
                        Map.entry("ssoSessionMaxLifespan", "36000"),
                        Map.entry("offlineSessionIdleTimeout", "36000"),
                        Map.entry("offlineSessionMaxLifespanEnabled", "true"),
                        Map.entry("offlineSessionMaxLifespan", "36000"),
                        Map.entry("eventsEnabled", "true"),
                        Map.entry("eventsExpiration", "7776000"),
                        Map.entry("adminEventsEnabled", "true"),
                        Map.entry("adminEventsDetailsEnabled", "false"))),
                settings);
        assertEquals("7776000", realm.at("/attributes/adminEventsExpiration").asText());
    }

    /** Keycloak asks its policy of the first passwords, too: one that is too short would stop the import. */
    @Test
    void firstPasswordsAreAsThePolicyWants() throws Exception {
        JsonNode users = read(Realm.document(credentials)).path("users");
        int passwords = 0;
        for (JsonNode user : users) {
            for (JsonNode credential : user.path("credentials")) {
                String password = credential.path("value").asText();
                assertTrue(password.length() >= 12, user.path("username").asText());
                assertNotEquals(user.path("username").asText(), password);
                passwords++;
            }
        }
        assertTrue(passwords > 15, "people with a password: " + passwords);
    }

    @Test
    void programsHaveASecretAndNoLoginAndPeopleACodeWithPkce() throws Exception {
        for (JsonNode client : read(Realm.document(credentials)).path("clients")) {
            String id = client.path("clientId").asText();
            boolean people = id.equals("console");
            assertEquals(people, client.path("publicClient").asBoolean(), id);
            assertEquals(people, client.path("standardFlowEnabled").asBoolean(), id);
            assertEquals(!people, client.path("serviceAccountsEnabled").asBoolean(), id);
            assertEquals(people ? 0 : 32, client.path("secret").asText().length(), id);
            assertFalse(client.path("implicitFlowEnabled").asBoolean(), id);
            assertTrue(client.path("webOrigins").isEmpty(), id);
            assertEquals(people ? List.of("http://127.0.0.1:*") : List.of(), texts(client.path("redirectUris")), id);
            assertEquals(
                    people ? "S256" : "",
                    client.at("/attributes/pkce.code.challenge.method").asText(),
                    id);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static List<String> passwordGrants(String realm) throws JsonProcessingException {
        List<String> found = new ArrayList<>();
        for (JsonNode client : read(realm).path("clients")) {
            if (client.path("directAccessGrantsEnabled").asBoolean(true)) {
                found.add(client.path("clientId").asText());
            }
        }
        return found;
    }

    private static Set<Boolean> temporary(String realm) throws JsonProcessingException {
        return Set.copyOf(read(realm).findValues("temporary").stream()
                .map(JsonNode::asBoolean)
                .toList());
    }

    private static JsonNode read(String realm) throws JsonProcessingException {
        return new ObjectMapper().readTree(realm);
    }
}
