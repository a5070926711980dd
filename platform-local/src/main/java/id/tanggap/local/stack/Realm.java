package id.tanggap.local.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The realm that Keycloak imports: the fixed part from {@code META-INF/tanggap/realm.json}, and one client or user for
 * each secret of the installation. Every token carries the realm roles, the audience {@code tanggap-api} and, for an
 * agency, the claim {@code agency}.
 */
public final class Realm {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONSOLE = "console";

    private Realm() {}

    /**
     * The realm of a deployment as JSON; it holds every secret of a client and every first password of a person. People
     * choose their own passwords there, at their first login; so these are hashed as slowly as Keycloak's default has it.
     */
    public static String document(Credentials credentials) {
        return DeploymentRealm.harden(realm(credentials, false)).toPrettyString();
    }

    /** The realm of a local or a test stack. */
    public static String localDocument(Credentials credentials) {
        return realm(credentials, true)
                // Passwords here are 70 random bits: a slow hash would guard nothing and cost every start of a test
                // stack 20 s.
                .put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(5000)")
                .toPrettyString();
    }

    /** Whether a server has it now; some seconds at most. */
    public static boolean answers(SystemConfig config) {
        // The realm's own page would have it make the RSA keys that nobody uses.
        return Endpoint.answers(config.realmUrl() + "/.well-known/openid-configuration");
    }

    /** What a realm made from an older document may lack, for Keycloak's partial import: nothing that is there is changed. */
    static String additions(Credentials credentials) {
        return realm(credentials, true)
                .retain("roles", "clients", "users")
                .put("ifResourceExists", "SKIP")
                .toPrettyString();
    }

    /** Only a {@code local} one gives tokens for passwords, to its scripts and tests, and leaves people the first they have. */
    private static ObjectNode realm(Credentials credentials, boolean local) {
        try (InputStream template = Realm.class.getResourceAsStream("/META-INF/tanggap/realm.json")) {
            ObjectNode realm = (ObjectNode) JSON.readTree(template);
            ArrayNode clients = realm.putArray("clients");
            ArrayNode users = realm.putArray("users");
            addConsole(clients, local);
            addService(clients, users, Names.GATEWAY, "gateway", credentials);
            addService(clients, users, Names.SYNTHETIC, "synthetic", credentials);
            addService(clients, users, Names.PROMETHEUS, "metrics", credentials);
            for (String agency : Names.AGENCIES) {
                ObjectNode account = addService(clients, users, Names.agencyPrincipal(agency), "agency", credentials);
                claim(account, agency);
                claim(addPerson(users, agency + "1", "agency", credentials, local), agency);
            }
            claim(addPerson(users, Names.OFFICER, "officer", credentials, local), Names.AGENCIES.getFirst());
            for (String operator : List.of("operator1", "operator2", "operator3")) {
                addPerson(users, operator, "operator", credentials, local);
            }
            addPerson(users, "supervisor1", "supervisor", credentials, local);
            addPerson(users, "ops1", "operations", credentials, local);
            return realm;
        } catch (IOException e) {
            throw new StackException("The realm's template cannot be read: " + e.getMessage(), e);
        }
    }

    /** People log in with the code flow, from programs of their own machine as well (RFC 8252, 7.3). */
    private static void addConsole(ArrayNode clients, boolean local) {
        ObjectNode client = client(clients, CONSOLE);
        client.put("publicClient", true).put("standardFlowEnabled", true).put("directAccessGrantsEnabled", local);
        ArrayNode loopback = client.putArray("redirectUris").add("http://127.0.0.1:*");
        if (local) {
            // A name may lead elsewhere (RFC 8252, 8.3).
            loopback.add("http://localhost:*");
        }
        client.putObject("attributes").put("pkce.code.challenge.method", "S256");
    }

    private static ObjectNode addService(
            ArrayNode clients, ArrayNode users, String id, String role, Credentials credentials) {
        client(clients, id)
                .put("publicClient", false)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", true)
                .put("secret", credentials.clients().get(id));
        ObjectNode account = user(users, "service-account-" + id, role);
        account.put("serviceAccountClientId", id);
        return account;
    }

    private static ObjectNode addPerson(
            ArrayNode users, String name, String role, Credentials credentials, boolean local) {
        ObjectNode user = user(users, name, role);
        user.put("firstName", name).put("lastName", "Tanggap").put("email", name + "@tanggap.test");
        user.put("emailVerified", true);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", credentials.users().get(name))
                .put("temporary", !local);
        return user;
    }

    private static void claim(ObjectNode user, String agency) {
        user.putObject("attributes").putArray("agency").add(agency);
    }

    private static ObjectNode user(ArrayNode users, String name, String role) {
        ObjectNode user = users.addObject().put("username", name).put("enabled", true);
        user.putArray("realmRoles").add(role);
        return user;
    }

    private static ObjectNode client(ArrayNode clients, String id) {
        ObjectNode client = clients.addObject().put("clientId", id).put("enabled", true);
        ArrayNode mappers = client.putArray("protocolMappers");
        mapper(mappers, "audience", "oidc-audience-mapper", Map.of("included.custom.audience", "tanggap-api"));
        mapper(
                mappers,
                "agency",
                "oidc-usermodel-attribute-mapper",
                Map.of("user.attribute", "agency", "claim.name", "agency", "jsonType.label", "String"));
        return client;
    }

    private static void mapper(ArrayNode mappers, String name, String type, Map<String, String> settings) {
        ObjectNode config = mappers.addObject()
                .put("name", name)
                .put("protocol", "openid-connect")
                .put("protocolMapper", type)
                .putObject("config")
                .put("access.token.claim", "true")
                .put("introspection.token.claim", "true");
        // In one order: whether the document has changed is told by comparing it.
        new TreeMap<>(settings).forEach(config::put);
    }
}
