package id.tanggap.local.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Databases;
import id.tanggap.local.stack.Distribution;
import id.tanggap.local.stack.Folders;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.PostgresServer;
import id.tanggap.local.stack.Progress;
import id.tanggap.local.stack.ServerStack;
import id.tanggap.local.stack.Servers;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.system.LocalSystem;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A backup of servers that are written to, in all the moments that matter; then its restore, killed once in the middle. One backup
 * and one restored home for all tests.
 */
class BackupTest {
    private static final String REPORTS = "intake.report.v1";
    private static final String TICKETS = "ticket.ticket.v1";
    private static final String FEED = "ticket.agency.damkar.v1";
    private static final String COMMANDS = "ticket.command.damkar.v1";
    private static final String LETTERS = "ticket.intake.report.v1.dlq";
    private static final String SOUND = "intake.audio.v1";
    private static final String GROUP = "ticket-service-intake-report";

    private static final UUID AROUND_AND_KNOWN = UUID.randomUUID();
    private static final UUID AROUND_AND_UNKNOWN = UUID.randomUUID();
    private static final AtomicInteger committed = new AtomicInteger();

    private static Path folder;
    private static Path clone;
    private static Path backup;
    private static SystemConfig source;
    private static SystemConfig restored;
    private static RecordBoard sourceBoard;
    private static RecordBoard board;
    private static Backup.Summary summary;
    private static int committedBefore;
    private static String outputOfTheLast;

    @BeforeAll
    static void backUpAndRestore() throws Exception {
        folder = Files.createTempDirectory("tanggap-backup-");
        backup = folder.resolve("backup.tar.gz");
        source = new SystemConfig(folder.resolve("source"), Ports.free(), Credentials.random(), false);
        start(source);
        new LocalSystem(Distribution.root(), source).declareTopics();
        sourceBoard = new RecordBoard(source);
        fill();
        Thread writer = Thread.ofPlatform().daemon().start(BackupTest::writeOnAndOn);
        while (committed.get() < 10) {
            Thread.sleep(10);
        }
        summary = new Backup(source).write(backup, new AroundTheInstant());
        writer.interrupt();
        writer.join();

        makeClone();
        killInTheMiddle();
        assertFalse(Files.exists(clone.resolve(".tanggap/credentials.json")), "half a restore is none");
        outputOfTheLast = restore();
        restored = new SystemConfig(
                clone.resolve(".tanggap"),
                Ports.free(),
                Credentials.loadOrCreate(clone.resolve(".tanggap/credentials.json")),
                false);
        start(restored);
        board = new RecordBoard(restored);
    }

    @AfterAll
    static void end() throws IOException {
        for (RecordBoard each : new RecordBoard[] {sourceBoard, board}) {
            if (each != null) {
                each.close();
            }
        }
        for (SystemConfig config : new SystemConfig[] {source, restored}) {
            if (config != null) {
                new ServerStack(config).all().forEach(server -> server.kill());
            }
        }
        Folders.delete(folder);
    }

    @Test
    void theDatabasesAreAsTheyWereAtOneInstant() throws SQLException {
        assertEquals(List.of("before", "copying"), texts(restored, "ticket", "select said from note order by said"));
        assertEquals(
                List.of("before", "copying", "later"), texts(source, "ticket", "select said from note order by said"));
        for (String database : new String[] {"intake", "triage", "notification"}) {
            assertEquals(List.of("before"), texts(restored, database, "select said from note"));
        }
    }

    @Test
    void theServerBeganWhereTheCopyDidAndNotWhereItsFilesSay() {
        // It renames the label once it has gone by it. Without one it would begin at a later checkpoint, with older
        // pages.
        assertTrue(Files.exists(PostgresServer.cluster(restored).resolve("backup_label.old")));
    }

    @Test
    void everythingThatWasCommittedBeforeIsThereAndNothingTwice() throws SQLException {
        List<String> rows = texts(restored, "intake", "select count(*) || ' ' || max(id) from written");
        int count = Integer.parseInt(rows.getFirst().split(" ")[0]);
        assertTrue(committedBefore >= 10, "written while it was copied: " + committedBefore);
        assertTrue(count >= committedBefore, count + " of " + committedBefore);
        assertEquals(List.of(count + " " + count), rows, "without a gap");
        // Both databases of one transaction after another: none is ahead of the other by more than the one under way.
        int other = Integer.parseInt(
                texts(restored, "triage", "select count(*) from written").getFirst());
        assertTrue(count - other == 0 || count - other == 1, count + " and " + other);
    }

    @Test
    void recordsAreAsTheyWere() {
        assertEquals(sourceBoard.read(REPORTS), board.read(REPORTS));
        assertEquals(2, board.read(REPORTS).size(), "what the topic had forgotten is not raised again");
        assertEquals(sourceBoard.read(FEED), board.read(FEED));
        assertTrue(board.read(FEED).getLast().contains("value=null"), "a tombstone stays one");
    }

    @Test
    void anEventAroundTheInstantIsThereIfItsProducerKnowsIt() {
        assertEquals(List.of(AROUND_AND_KNOWN.toString()), board.ids(TICKETS));
        assertEquals(List.of(AROUND_AND_KNOWN.toString(), AROUND_AND_UNKNOWN.toString()), sourceBoard.ids(TICKETS));
    }

    @Test
    void whatAnAgencyHasSentIsThereWheneverThatWas() {
        assertEquals(1, board.read(COMMANDS).size());
    }

    @Test
    void theSoundOfCallsIsNotInABackup() {
        assertEquals(1, sourceBoard.read(SOUND).size());
        assertEquals(List.of(), board.read(SOUND));
        assertEquals(0, board.committed("triage-service-intake-audio", new TopicPartition(SOUND, 0)));
    }

    @Test
    void aGroupGoesOnWhereItWas() {
        TopicPartition reports = new TopicPartition(REPORTS, 0);
        assertEquals(3, sourceBoard.committed(GROUP, reports), "what its database had not handled at the instant");
        // It had committed 2; what lay at 0 is gone.
        assertEquals(1, board.committed(GROUP, reports));
        assertEquals(1, board.committed("agency-damkar", new TopicPartition(FEED, 0)));
    }

    @Test
    void aDeadLetterThatWasPutBackStaysSo() {
        List<String> letters = board.read(LETTERS);
        assertEquals(3, letters.size(), letters.toString());
        assertTrue(letters.get(0).contains("letter 1"), letters.toString());
        assertTrue(letters.get(1).contains("letter 2"), letters.toString());
        assertTrue(letters.get(2).contains("put-back-offset=0"), letters.toString());
    }

    @Test
    void secretsAreThoseOfTheSource() {
        assertEquals(source.credentials(), restored.credentials());
    }

    @Test
    void theCommandSaysWhatIsThere() {
        assertTrue(outputOfTheLast.contains(summary.at() + ", version"), outputOfTheLast);
        assertTrue(outputOfTheLast.contains("4 databases"), outputOfTheLast);
    }

    /** Writes in the moments between which a careless copy would tear. */
    private static final class AroundTheInstant implements Progress {
        @Override
        public void begun(String step) {
            if (step.equals("databases")) {
                execute("ticket", "insert into note values ('copying')");
            }
            if (step.equals("their last changes")) {
                execute("ticket", "insert into outbox_event values ('" + AROUND_AND_KNOWN + "')");
                sourceBoard.event(TICKETS, 0, AROUND_AND_KNOWN.toString(), "known");
                committedBefore = committed.get();
            }
        }

        @Override
        public void done(String step, Duration took) {
            if (step.equals("their last changes")) {
                execute("ticket", "insert into note values ('later')");
                sourceBoard.event(TICKETS, 0, AROUND_AND_UNKNOWN.toString(), "unknown");
                sourceBoard.event(COMMANDS, 0, UUID.randomUUID().toString(), "accept");
                sourceBoard.event(LETTERS, 0, "letter", "comes again");
                sourceBoard.commit(GROUP, new TopicPartition(REPORTS, 0), 3);
            }
        }
    }

    private static void fill() {
        for (String database : new String[] {"intake", "triage", "ticket", "notification"}) {
            execute(database, "create table note (said text)");
            execute(database, "insert into note values ('before')");
            // As platform-messaging makes it; notification's has not been started yet.
            if (!database.equals("notification")) {
                execute(database, "create table outbox_event (id uuid primary key)");
            }
        }
        execute("intake", "create table written (id int primary key, filling text)");
        execute("triage", "create table written (id int primary key, filling text)");
        for (int report = 0; report < 3; report++) {
            sourceBoard.event(REPORTS, 0, UUID.randomUUID().toString(), "report " + report);
        }
        sourceBoard.commit(GROUP, new TopicPartition(REPORTS, 0), 2);
        sourceBoard.forgetBefore(new TopicPartition(REPORTS, 0), 1);
        sourceBoard.event(FEED, 0, UUID.randomUUID().toString(), "ticket");
        sourceBoard.event(FEED, 0, UUID.randomUUID().toString(), null);
        sourceBoard.commit("agency-damkar", new TopicPartition(FEED, 0), 1);
        sourceBoard.event(SOUND, 0, UUID.randomUUID().toString(), "a voice");
        sourceBoard.commit("triage-service-intake-audio", new TopicPartition(SOUND, 0), 1);
        for (int letter = 0; letter < 3; letter++) {
            sourceBoard.event(LETTERS, 0, "letter", "letter " + letter);
        }
        sourceBoard.mark(LETTERS, 0, 0);
        sourceBoard.mark(LETTERS, 0, 1);
        sourceBoard.forgetBefore(new TopicPartition(LETTERS, 0), 1);
    }

    /** One row after the other in two databases, each larger than a page can hold few of. */
    private static void writeOnAndOn() {
        try (Connection intake = new Databases(source).connect("intake");
                Connection triage = new Databases(source).connect("triage")) {
            while (!Thread.interrupted()) {
                int next = committed.get() + 1;
                String row = "insert into written values (" + next + ", repeat('112', 500))";
                intake.createStatement().execute(row);
                triage.createStatement().execute(row);
                committed.set(next);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void start(SystemConfig config) {
        ServerStack servers = new ServerStack(config);
        Servers.start(List.of(servers.kafka(), servers.postgres()), Progress.SILENT);
    }

    /** What the launcher takes for a clone: a folder with the services' documents. */
    private static void makeClone() throws IOException {
        clone = Files.createDirectory(folder.resolve("clone"));
        for (String service : Names.SERVICES) {
            Files.createSymbolicLink(clone.resolve(service), Distribution.root().resolve(service));
        }
    }

    /** When PostgreSQL starts on the copied files, or a little later. */
    private static void killInTheMiddle() throws IOException, InterruptedException {
        Process process = launcher();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.contains("read and checked")) {
                    process.destroyForcibly().waitFor();
                    return;
                }
            }
        }
        throw new AssertionError("the restore ended by itself");
    }

    private static String restore() throws IOException, InterruptedException {
        Process process = launcher();
        String lines;
        try (BufferedReader output = process.inputReader()) {
            lines = String.join("\n", output.readAllLines());
        }
        assertEquals(0, process.waitFor(), lines);
        return lines;
    }

    private static Process launcher() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-Dtanggap.root=" + clone,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "id.tanggap.local.cli.Tanggap",
                        "restore",
                        backup.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static void execute(String database, String statement) {
        try (Connection connection = new Databases(source).connect(database)) {
            connection.createStatement().execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(SystemConfig config, String database, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = new Databases(config).connect(database);
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
