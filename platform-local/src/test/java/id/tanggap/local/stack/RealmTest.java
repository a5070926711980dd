package id.tanggap.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        assertFalse(read(Realm.document(credentials)).has("passwordPolicy"));
        assertTrue(read(Realm.localDocument(credentials)).has("passwordPolicy"));
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
