package id.tanggap.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.local.build.Maven;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.Secrets;
import id.tanggap.local.system.Installation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The launcher in a clone where nothing runs. */
class CommandLineTest {
    private static final List<String> SERVICES =
            List.of("intake-service", "triage-service", "ticket-service", "notification-service");

    @TempDir
    private Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StringWriter usage = new StringWriter();
    private CommandLine tanggap;

    @BeforeEach
    void inAClone() {
        Console console = new Console(stream(out), stream(err), false, false);
        Workspace workspace = new Workspace(Installation.of(root), console, new Maven(root, Optional.empty()));
        tanggap = Tanggap.commandLine(workspace).setErr(new PrintWriter(usage)).setOut(new PrintWriter(usage));
    }

    @Test
    void aMistypedCommandIsAnsweredWithTheOneThatWasMeant() {
        assertEquals(2, tanggap.execute("statsu"));
        assertTrue(usage.toString().contains("./tanggap status"), usage.toString());
    }

    @Test
    void everyCommandExplainsItself() {
        tanggap.getSubcommands().forEach((name, command) -> {
            assertEquals(0, tanggap.execute(name, "--help"), name);
            assertTrue(usage.toString().contains("./tanggap " + name), name);
        });
        assertTrue(tanggap.getSubcommands()
                .keySet()
                .containsAll(List.of("up", "down", "status", "logs", "replay", "test")));
    }

    @Test
    void aCommandOfTwoWordsExplainsBoth() {
        assertEquals(2, tanggap.execute("dlq"));
        assertTrue(usage.toString().contains("replay"), usage.toString());
        assertEquals(2, tanggap.execute("dlq", "replay"));
        assertEquals(0, tanggap.execute("dlq", "replay", "--help"));
        assertTrue(usage.toString().contains("./tanggap dlq replay"), usage.toString());
    }

    @Test
    void statusSaysByItsExitCodeThatNothingRuns() throws IOException {
        assertEquals(3, tanggap.execute("status"));
        assertTrue(text(out).contains("Nothing runs"), text(out));
        out.reset();
        assertEquals(3, tanggap.execute("status", "--json"));
        JsonNode status = new ObjectMapper().readTree(text(out));
        assertEquals("DOWN", status.path("state").asText());
        assertEquals(7, status.path("members").size());
        JsonNode intake = status.path("members").path("intake-service");
        assertEquals("http://127.0.0.1:8101/api/v1", intake.path("api").asText());
        assertEquals("DOWN", intake.path("health").asText());
        assertFalse(intake.has("pid"));
        assertTrue(status.path("credentials").asText().endsWith(".tanggap/credentials.json"));
        assertFalse(Files.exists(root.resolve(".tanggap")), "looking makes nothing");
    }

    @Test
    void downIsDoneWhereNothingRuns() {
        assertEquals(0, tanggap.execute("down"));
        assertTrue(text(out).contains("Nothing runs"), text(out));
    }

    @Test
    void whatNeedsARunningSystemSaysSo() {
        assertFails("./tanggap up", "token", "operator1");
        assertFails("./tanggap up", "credentials");
        assertFails("./tanggap up", "logs");
        assertFails("./tanggap up", "dlq", "list");
        assertFails("./tanggap up", "backup");
        assertFails("./tanggap up", "dlq", "replay", "ticket.ticket.command.dlq");
    }

    @Test
    void aRestoreLeavesNothingOfABackupThatIsNone() throws IOException {
        assertFails("no file", "restore", "--check", root.resolve("missing").toString());
        Path file = Files.writeString(root.resolve("backup.tar.gz"), "not one");
        assertFails("damaged", "restore", "--check", file.toString());
        assertFails("damaged", "restore", file.toString());
        assertFalse(Files.exists(root.resolve(".tanggap.restoring")));
        assertFalse(Files.exists(root.resolve(".tanggap/credentials.json")));
    }

    @Test
    void badArgumentsOfTheReplayAreRefusedBeforeAnythingStarts() {
        assertFails("known is jepara", "replay", "semarang");
        assertFails("--speed", "replay", "jepara", "--speed", "0");
        assertEquals(2, tanggap.execute("replay", "jepara", "--speed", "fast"));
        assertFalse(Files.exists(root.resolve(".tanggap")));
    }

    @Test
    void aTakenPortEndsUpBeforeAnythingStarts() throws IOException {
        pretendPackaged();
        try (ServerSocket other = new ServerSocket()) {
            int offset = offsetWithFreePorts();
            other.bind(new InetSocketAddress("127.0.0.1", 8103 + offset));
            assertFails(
                    "Port " + (8103 + offset) + " of ticket-service is taken",
                    "up",
                    "--detach",
                    "--port-offset",
                    Integer.toString(offset));
            assertFalse(Files.exists(root.resolve(".tanggap/data")));
        }
    }

    @Test
    void aBuildWithoutMavenSaysWhatToInstall() throws IOException {
        pretendPackaged();
        Files.delete(root.resolve("intake-service/target/quarkus-app/quarkus-run.jar"));
        Files.createDirectories(root.resolve("platform-local"));
        assertEquals(1, tanggap.execute("test"));
        assertTrue(text(err).contains("install Maven"), text(err));
    }

    @Test
    void aPasswordIsPrintedOnlyWhenAskedFor() {
        Installation.of(root).prepare(0);
        assertEquals(0, tanggap.execute("credentials"));
        assertTrue(text(out).contains("operator1") && text(out).contains("agency-damkar"), text(out));
        String password =
                Installation.of(root).look().config().credentials().users().get("operator1");
        assertFalse(text(out).contains(password));
        assertEquals(0, tanggap.execute("credentials", "operator1"));
        assertTrue(text(out).contains(password));
        assertFails("Nobody is called", "credentials", "nobody");
    }

    @Test
    void logsShowsTheEndOfOneOrOfAllWithTheirNames() throws IOException {
        Secrets.write(root.resolve(".tanggap/logs/kafka.log"), "one\ntwo\nthree\n");
        Secrets.write(root.resolve(".tanggap/logs/intake-service.log"), "four\n");
        assertEquals(0, tanggap.execute("logs", "kafka", "-n", "2"));
        assertEquals("two\nthree\n", text(out));
        out.reset();
        assertEquals(0, tanggap.execute("logs", "-n", "1"));
        assertTrue(text(out).lines().anyMatch(line -> line.matches("kafka +\\| three")), text(out));
        assertTrue(text(out).lines().anyMatch(line -> line.matches("intake-service +\\| four")), text(out));
        assertFails("known are kafka", "logs", "../../etc/passwd");
    }

    @Test
    void whatWatchesIsPartOfTheSystemOnceItWasStarted() throws IOException {
        // As it is left by one that died: of a boot that never was.
        Secrets.write(root.resolve(".tanggap/run/prometheus.pid"), "1 never:1\n");
        assertEquals(3, tanggap.execute("status", "--json"));
        JsonNode members = new ObjectMapper().readTree(text(out)).path("members");
        assertEquals("DOWN", members.path("prometheus").path("health").asText());
        assertEquals(
                "http://127.0.0.1:8190",
                members.path("prometheus").path("endpoint").asText());
        assertFalse(members.has("alertmanager"));
    }

    private void assertFails(String reason, String... arguments) {
        err.reset();
        assertEquals(1, tanggap.execute(arguments), String.join(" ", arguments));
        assertTrue(text(err).contains(reason), text(err));
        assertEquals(1, text(err).lines().count(), text(err));
    }

    private void pretendPackaged() throws IOException {
        Files.writeString(root.resolve("pom.xml"), "");
        for (String module : List.of("platform-bom", "platform-messaging")) {
            Files.writeString(Files.createDirectories(root.resolve(module)).resolve("pom.xml"), "");
            Files.createDirectories(root.resolve(module).resolve("src/main"));
        }
        for (String service : SERVICES) {
            Files.createDirectories(root.resolve(service).resolve("src/main"));
            Files.writeString(root.resolve(service).resolve("pom.xml"), "");
        }
        for (String service : SERVICES) {
            Path app = Files.createDirectories(root.resolve(service).resolve("target/quarkus-app"));
            Files.writeString(app.resolve("quarkus-run.jar"), "");
        }
    }

    private static int offsetWithFreePorts() {
        for (int offset = 3_000; ; offset += 100) {
            Ports ports = Ports.local(offset);
            if (List.of(
                            "kafka",
                            "postgres",
                            "keycloak",
                            "intake-service",
                            "triage-service",
                            "ticket-service",
                            "notification-service")
                    .stream()
                    .flatMap(name -> ports.allOf(name).stream())
                    .allMatch(Ports::isFree)) {
                return offset;
            }
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
