package id.tanggap.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.replay.scenario.JeparaScenario;
import id.tanggap.local.replay.scenario.PlannedCall;
import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Names;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ahocorasick.trie.Trie;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What every process has logged and traced, the last of all tests: replays, killed services and servers, replicas. */
@Order(7)
class LogsTest {
    /** Of a number however it is written, with +62 or 0, with hyphens or without. */
    private static final int DIGITS_OF_A_NUMBER = 9;

    /** A report's beginning is unmistakable. */
    private static final int BEGINNING = 30;

    /**
     * What the database's client prints of itself, beside all logging, of a server that is killed and still says so to a connection
     * at rest; it names nobody.
     */
    private static final Pattern DRIVERS_OWN = Pattern.compile(
            "io\\.vertx\\.pgclient\\.PgException: FATAL: terminating connection .*|\\tat [\\w.$/]+\\(.*\\)");

    private static WholeSystem system;
    private static Map<Path, List<String>> logs;

    @BeforeAll
    static void read() throws IOException {
        system = WholeSystem.asItIs();
        system.replayed();
        logs = new TreeMap<>();
        try (Stream<Path> files = Files.walk(system.config().home())) {
            for (Path log : files.filter(LogsTest::isLog).toList()) {
                logs.put(system.config().home().relativize(log), lines(log));
            }
        }
        Set<String> names = logs.keySet().stream()
                .map(log -> log.getFileName().toString().replace(".log", ""))
                .collect(Collectors.toSet());
        assertTrue(names.containsAll(Names.SERVICES), names.toString());
        assertTrue(names.containsAll(Set.of("postgres", "kafka", "keycloak", "spans")), names.toString());
    }

    @Test
    void nobodyIsNamedInALog() {
        Set<String> personal = new TreeSet<>();
        JeparaScenario.load().calls().forEach(call -> personal.addAll(personal(call)));
        assertTrue(personal.size() > 40, "numbers, names and texts to look for: " + personal.size());
        assertEquals(Map.of(), found(personal));
    }

    @Test
    void noSecretIsInALog() {
        Credentials secrets = system.config().credentials();
        Set<String> all = Stream.of(
                        secrets.postgres(), secrets.kafka(), secrets.clients(), secrets.users(), secrets.keys())
                .flatMap(each -> each.values().stream())
                .collect(Collectors.toSet());
        assertTrue(all.size() > 40, "secrets to look for: " + all.size());
        assertEquals(Map.of(), found(all));
    }

    @Test
    void everyLineOfAServiceIsJson() {
        Map<Path, String> notJson = new TreeMap<>();
        logs.forEach((log, lines) -> {
            if (Names.SERVICES.contains(log.getFileName().toString().replace(".log", ""))) {
                assertTrue(!lines.isEmpty(), log + " is empty");
                lines.stream()
                        .filter(line -> !line.startsWith("{\"timestamp\":")
                                && !DRIVERS_OWN.matcher(line).matches())
                        .findFirst()
                        .ifPresent(line -> notJson.put(log, line));
            }
        });
        assertEquals(Map.of(), notJson);
    }

    private static Set<String> personal(PlannedCall call) {
        return Stream.of(
                        call.number().stream().map(LogsTest::digits),
                        call.report().stream()
                                .flatMap(report -> report.contact().stream())
                                .map(LogsTest::digits),
                        call.report().stream().flatMap(report -> report.reporterName().stream()),
                        call.report().stream().map(report -> report.text().substring(0, BEGINNING)))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }

    private static String digits(String number) {
        String all = number.replaceAll("\\D", "");
        return all.substring(all.length() - DIGITS_OF_A_NUMBER);
    }

    /** By log, the first line with one of them. */
    private static Map<Path, String> found(Set<String> forbidden) {
        // Among a hundred and more at once: each by itself would be looked for through all that was traced.
        Trie all = Trie.builder().addKeywords(forbidden).build();
        Map<Path, String> found = new TreeMap<>();
        logs.forEach((log, lines) ->
                lines.stream().filter(all::containsMatch).findFirst().ifPresent(line -> found.put(log, line)));
        return found;
    }

    private static boolean isLog(Path file) {
        return file.getParent().getFileName().toString().equals("logs")
                && file.toString().endsWith(".log");
    }

    /** A killed process may have left half a character, and half a line. */
    private static List<String> lines(Path log) throws IOException {
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
