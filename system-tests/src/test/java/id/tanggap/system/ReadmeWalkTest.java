package id.tanggap.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Databases;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.stack.TokenClient;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk in ticket-service's README, as it stands there, where there are the programs that it needs: CI has them. */
@Order(3)
class ReadmeWalkTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path README = Path.of("../ticket-service/README.md");
    private static final Pattern WALK =
            Pattern.compile("## A fire, from call to closed\\n.*?```sh\\n(.*?)```", Pattern.DOTALL);

    /** Which services' ports the walk names. */
    private static final String INTAKE = "localhost:8101";

    private static final String TICKET = "localhost:8103";

    /** The minute in which the ambulance does not answer; here it passes at once. */
    private static final String WAIT = "sleep 65\n";

    private static final String PASSED =
            """
            update assignment a set clock_from = clock_from - interval '65 seconds', check_at = now()
              from ticket t where t.id = a.ticket_id and t.call_id like 'walk-%' and t.status = 'OPEN'
            """;

    /** What stands for the launcher, which has a system of its own. */
    private static final String LAUNCHER =
            """
            #!/bin/bash
            case "$1" in
              up) ;;
              token) cat "tokens/$2" ;;
              audit) curl -sf http://%s/api/v1/history/verification -H "Authorization: Bearer $(cat tokens/ops1)" ;;
              *) exit 2 ;;
            esac
            """;

    private static SystemConfig system;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        for (String program : List.of("bash", "curl", "jq")) {
            if (!installed(program)) {
                String why = program + " is not installed";
                System.err.println("THE README'S WALK IS NOT TRIED: " + why);
                abort(why);
            }
        }
        system = WholeSystem.up().config();
    }

    @Test
    void aFireIsFollowedFromCallToClosed() throws Exception {
        String ticket = "127.0.0.1:" + system.ports().ticket();
        write("tanggap", LAUNCHER.formatted(ticket));
        Files.createDirectory(folder.resolve("tokens"));
        TokenClient tokens = new TokenClient(system);
        Credentials known = system.credentials();
        for (String who : known.users().keySet()) {
            if (!who.equals(Credentials.KEYCLOAK_ADMIN)) {
                write("tokens/" + who, tokens.user(who));
            }
        }
        write("tokens/gateway", tokens.client("gateway"));
        String walk = walk();
        assertEquals(1, walk.split(Pattern.quote(WAIT), -1).length - 1, "the walk waits once for the ambulance");
        write(
                "walk",
                "set -eo pipefail\n"
                        + walk.replace(INTAKE, "127.0.0.1:" + system.ports().intake())
                                .replace(TICKET, ticket)
                                .replace(WAIT, "touch waits; while [ -e waits ]; do sleep 0.1; done\n"));

        Path said = folder.resolve("said");
        Process process = new ProcessBuilder("bash", "walk")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            Path waits = folder.resolve("waits");
            await().atMost(PATIENCE).until(() -> Files.exists(waits) || !process.isAlive());
            letAMinutePass();
            Files.deleteIfExists(waits);
            await().atMost(PATIENCE).until(() -> !process.isAlive());
        } finally {
            process.destroyForcibly();
        }

        String text = Files.readString(said);
        assertEquals(0, process.exitValue(), text);
        assertSays(text, "\"independentCallers\":2");
        assertSays(text, "{\"agency\":\"polres\",\"result\":\"APPLIED\",\"status\":\"Cancelled\"}");
        assertSays(text, "{\"agency\":\"dinkes\",\"status\":\"Active\",\"missed\":\"ACCEPT\"}");
        assertSays(text, "\nCLOSED\n");
        assertSays(text, "\"status\":\"closed\"");
        assertSays(text, " MERGED operator1 Api yang sama");
        assertSays(text, "\"intact\":true");
    }

    /** For the clocks of the walk's tickets, until a missed step is told. */
    private static void letAMinutePass() throws SQLException {
        try (Connection database = new Databases(system).connect("ticket");
                PreparedStatement passed = database.prepareStatement(PASSED);
                PreparedStatement missed =
                        database.prepareStatement("select from escalation e join ticket t on t.id = e.ticket_id"
                                + " where e.agency = 'dinkes' and t.call_id like 'walk-%'")) {
            passed.executeUpdate();
            await().atMost(PATIENCE).until(() -> missed.executeQuery().next());
        }
    }

    private static void assertSays(String text, String part) {
        assertTrue(text.contains(part), () -> "\"" + part + "\" is not in: " + text);
    }

    private static String walk() throws IOException {
        var walk = WALK.matcher(Files.readString(README));
        assertTrue(walk.find(), "the README has the walk");
        return walk.group(1);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
