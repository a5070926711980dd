package id.tanggap.local.provision;

import id.tanggap.local.stack.Credentials;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is secret in a realm, apart from it: a document with {@code ${NAME}} in the place of each secret may be committed, and who
 * imports it is given the values by the same names, as environment variables.
 */
final class RealmSecrets {
    private RealmSecrets() {}

    /** Name to value of each client's secret and each person's first password. */
    static Map<String, String> values(Credentials credentials) {
        Map<String, String> values = new TreeMap<>();
        credentials.clients().forEach((client, secret) -> values.put(name("CLIENT", client), secret));
        credentials.users().forEach((user, password) -> values.put(name("USER", user), password));
        return values;
    }

    /** Credentials that say {@code ${NAME}} for every one of them. */
    static Credentials placeholders() {
        Credentials any = Credentials.random();
        any.clients().replaceAll((client, secret) -> placeholder(name("CLIENT", client)));
        any.users().replaceAll((user, password) -> placeholder(name("USER", user)));
        return any;
    }

    static String placeholder(String name) {
        return "${" + name + "}";
    }

    private static String name(String kind, String holder) {
        return kind + "_" + holder.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
