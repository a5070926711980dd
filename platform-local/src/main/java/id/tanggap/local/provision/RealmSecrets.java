package id.tanggap.local.provision;

import id.tanggap.local.stack.Credentials;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is secret in a realm, apart from it: a document with {@code ${NAME}} in the place of each secret may be committed, and who
 * imports it is given the values by the same names, as environment variables.
 */
final class RealmSecrets {
    private RealmSecrets() {}

    static Set<String> names() {
        return values(Credentials.random()).keySet();
    }

    /** Name to value of each client's secret and each person's first password. */
    static Map<String, String> values(Credentials credentials) {
        Map<String, String> values = new TreeMap<>();
        credentials.clients().forEach((client, secret) -> values.put(name("CLIENT", client), secret));
        credentials.users().forEach((user, password) -> {
            if (isOfTheRealm(user)) {
                values.put(name("USER", user), password);
            }
        });
        return values;
    }

    /** Credentials that say {@code ${NAME}} for every one of them. */
    static Credentials placeholders() {
        Credentials any = Credentials.random();
        any.clients().replaceAll((client, secret) -> "${" + name("CLIENT", client) + "}");
        any.users().replaceAll((user, password) -> "${" + name("USER", user) + "}");
        return any;
    }

    /** Not the servers' own administrators. */
    private static boolean isOfTheRealm(String user) {
        return !Set.of(Credentials.KEYCLOAK_ADMIN, DeploymentSecrets.GRAFANA_ADMIN)
                .contains(user);
    }

    private static String name(String kind, String holder) {
        return kind + "_" + holder.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
