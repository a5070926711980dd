package id.tanggap.local.test;

import id.tanggap.local.stack.StackException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Chooses, once for a test JVM, what Kafka, PostgreSQL and Keycloak run as: containers where a Docker engine answers and has
 * their images or can pull them, else processes of this machine. {@code TANGGAP_TEST_SERVERS}, or the system property
 * {@code tanggap.test.servers} before it, says {@code containers} or {@code embedded} instead of {@code auto}.
 *
 * @param reason why, as part of a sentence
 */
record ServerChoice(boolean containers, String reason) {
    static final String VARIABLE = "TANGGAP_TEST_SERVERS";
    static final String PROPERTY = "tanggap.test.servers";

    /** What this JVM was told. */
    static String wish() {
        String variable = System.getenv(VARIABLE);
        return System.getProperty(PROPERTY, variable == null ? "" : variable);
    }

    /** @param obstacle what keeps containers from being used here, if anything does; asked only if it matters */
    static ServerChoice of(String wish, Supplier<Optional<String>> obstacle) {
        return switch (wish.strip().toLowerCase(Locale.ROOT)) {
            case "", "auto" ->
                obstacle.get()
                        .map(why -> new ServerChoice(false, why))
                        .orElseGet(() -> new ServerChoice(true, "a Docker engine answers"));
            case "embedded" -> new ServerChoice(false, VARIABLE + " says so");
            case "containers" -> {
                obstacle.get().ifPresent(why -> {
                    throw new StackException(VARIABLE + " says containers, but " + why + ".");
                });
                yield new ServerChoice(true, VARIABLE + " says so");
            }
            default ->
                throw new StackException(VARIABLE + " must be auto, embedded or containers, not \"" + wish + "\".");
        };
    }

    @Override
    public String toString() {
        return "Kafka, PostgreSQL and Keycloak run " + (containers ? "in containers" : "embedded") + ": " + reason;
    }
}
