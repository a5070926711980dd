package id.tanggap.local.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every secret of one installation, random and kept in one file of mode 0600.
 *
 * @param postgres role to password; {@code postgres} is the superuser
 * @param kafka principal to SCRAM password
 * @param clients Keycloak client to secret
 * @param users Keycloak user to password; {@code admin} is the server's administrator
 * @param keys name to 32 bytes in base64, for sealing and for caller references
 */
public record Credentials(
        Map<String, String> postgres,
        Map<String, String> kafka,
        Map<String, String> clients,
        Map<String, String> users,
        Map<String, String> keys) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String READABLE = "abcdefghijkmnpqrstuvwxyz23456789";

    public static final String KEYCLOAK_ADMIN = "admin";
    public static final String HANDOVER_KEY = "handover";
    public static final String CALLER_REF_KEY = "caller-ref";

    /** Reads the file and adds what a newer version needs; makes it where there is none. */
    public static Credentials loadOrCreate(Path file) {
        try {
            Credentials known =
                    Files.exists(file) ? JSON.readValue(file.toFile(), Credentials.class) : new Credentials().copy();
            Credentials complete = known.copy();
            complete.complete();
            if (!complete.equals(known) || !Files.exists(file)) {
                Secrets.write(file, complete.text());
            }
            return complete;
        } catch (IOException e) {
            throw new StackException(
                    "Cannot read or write " + file + " (" + e.getMessage() + "); check the folder's owner and space.",
                    e);
        }
    }

    public static Credentials random() {
        Credentials credentials = new Credentials();
        credentials.complete();
        return credentials;
    }

    private Credentials() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** As the file has them. */
    public String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of text are always JSON", e);
        }
    }

    /** Makes sure that a service outside the usual four (a library's own tests) has a database and a principal. */
    public void addService(String service) {
        postgres.computeIfAbsent(Names.database(service), x -> secret());
        postgres.computeIfAbsent(Names.databaseOwner(service), x -> secret());
        kafka.computeIfAbsent(service, x -> secret());
        keys.computeIfAbsent(atRestKey(service), x -> key());
    }

    public static String atRestKey(String service) {
        return "at-rest." + service;
    }

    private Credentials copy() {
        return new Credentials(
                new TreeMap<>(postgres),
                new TreeMap<>(kafka),
                new TreeMap<>(clients),
                new TreeMap<>(users),
                new TreeMap<>(keys));
    }

    private void complete() {
        postgres.computeIfAbsent("postgres", x -> secret());
        kafka.computeIfAbsent(Names.KAFKA_ADMIN, x -> secret());
        Names.SERVICES.forEach(this::addService);
        clients.computeIfAbsent(Names.GATEWAY, x -> secret());
        clients.computeIfAbsent(Names.SYNTHETIC, x -> secret());
        clients.computeIfAbsent(Names.PROMETHEUS, x -> secret());
        for (String agency : Names.AGENCIES) {
            kafka.computeIfAbsent(Names.agencyPrincipal(agency), x -> secret());
            clients.computeIfAbsent(Names.agencyPrincipal(agency), x -> secret());
            users.computeIfAbsent(agency + "1", x -> readable());
        }
        for (String user : new String[] {
            KEYCLOAK_ADMIN, "operator1", "operator2", "operator3", "supervisor1", "ops1", Names.OFFICER
        }) {
            users.computeIfAbsent(user, x -> readable());
        }
        keys.computeIfAbsent(HANDOVER_KEY, x -> key());
        keys.computeIfAbsent(CALLER_REF_KEY, x -> key());
    }

    private static String secret() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String key() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** 70 bits that a person can type, without letters that look alike. */
    private static String readable() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            text.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return text.toString();
    }
}
