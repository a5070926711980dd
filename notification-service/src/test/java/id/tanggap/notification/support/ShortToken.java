package id.tanggap.notification.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.local.stack.Credentials;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.Tokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Tokens that do not live as long as the realm's usual ones. */
public final class ShortToken {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ShortToken() {}

    /** One of this client, from now on good for so many seconds as all of its. */
    public static String of(String client, int seconds) {
        String clients = EmbeddedStack.config().keycloakUrl() + "/admin/realms/tanggap/clients";
        try {
            JsonNode found = JSON.readTree(RestAssured.given()
                    .auth()
                    .oauth2(administrator())
                    .get(clients + "?clientId=" + client)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            ObjectNode changed = (ObjectNode) found.get(0);
            changed.withObject("/attributes").put("access.token.lifespan", Integer.toString(seconds));
            RestAssured.given()
                    .auth()
                    .oauth2(administrator())
                    .contentType(ContentType.JSON)
                    .body(changed.toString())
                    .put(clients + "/" + changed.get("id").asText())
                    .then()
                    .statusCode(204);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Tokens.client(client);
    }

    private static String administrator() {
        return RestAssured.given()
                .formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", Credentials.KEYCLOAK_ADMIN)
                .formParam(
                        "password", EmbeddedStack.config().credentials().users().get(Credentials.KEYCLOAK_ADMIN))
                .post(EmbeddedStack.config().keycloakUrl() + "/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
