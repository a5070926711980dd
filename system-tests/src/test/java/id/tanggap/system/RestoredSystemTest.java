package id.tanggap.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.backup.Backup;
import id.tanggap.local.backup.Restore;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.RealmBearers;
import id.tanggap.local.replay.http.Request;
import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.Progress;
import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.ServerStack;
import id.tanggap.local.stack.Servers;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.system.ServiceProcess;
import id.tanggap.system.Topics.Seen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A backup of the system after two days of Jepara, while people call, and what its restore into an empty home holds. Of the second
 * system only PostgreSQL, Kafka and, last, ticket-service are started; its Keycloak is the first one's.
 */
@Order(3)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoredSystemTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int BEFORE = 3;

    private static SystemConfig source;
    private static SystemConfig restored;
    private static ServiceProcess ticket;

    private static Map<String, Set<String>> rowsBefore;
    private static Map<String, Set<String>> rowsAfter;
    private static Map<TopicPartition, List<Seen>> recordsBefore;
    private static Map<TopicPartition, List<Seen>> recordsAfter;
    private static Map<TopicPartition, List<Seen>> records;
    private static List<String> reportedBefore;
    private static int reportedWhenItWasOver;
    private static String run;

    @BeforeAll
    static void backUpAndRestore() throws Exception {
        WholeSystem system = WholeSystem.up();
        system.replayed();
        source = system.config();
        Path folder = Files.createDirectory(source.home().resolve("restored"));
        Path file = folder.resolve("backup.tar.gz");
        rowsBefore = Tables.digests(source);
        recordsBefore = Topics.records(source);
        try (BusyLine line = new BusyLine(source)) {
            run = line.run();
            await().atMost(PATIENCE).until(() -> line.reported().size() >= BEFORE);
            Backup.Summary summary = new Backup(source).write(file, new Progress() {
                @Override
                public void begun(String step) {
                    if (step.equals("their last changes")) {
                        reportedBefore = line.reported();
                    }
                }
            });
            reportedWhenItWasOver = line.reported().size();
            await().atMost(PATIENCE).until(() -> line.reported().size() >= reportedWhenItWasOver + BEFORE);
            assertTrue(summary.records() > 0, summary.toString());
        }
        rowsAfter = Tables.digests(source);
        recordsAfter = Topics.records(source);

        Path home = folder.resolve("home");
        new Restore(Path.of(System.getProperty("tanggap.root", "..")), home).run(file, Progress.SILENT);
        restored = new SystemConfig(
                home,
                Ports.free().withKeycloakOf(source.ports()),
                Credentials.loadOrCreate(home.resolve("credentials.json")),
                true);
        ServerStack servers = new ServerStack(restored);
        Servers.start(List.of(servers.kafka(), servers.postgres()), Progress.SILENT);
        records = Topics.records(restored);
    }

    @AfterAll
    static void end() {
        if (ticket != null) {
            ticket.kill();
        }
        if (restored != null) {
            new ServerStack(restored).all().forEach(Server::kill);
        }
    }

    @Test
    @Order(1)
    void everyRowOfEveryTableIsThereAsItWas() throws SQLException {
        Map<String, Set<String>> rows = Tables.digests(restored);
        assertEquals(rowsBefore.keySet(), rows.keySet());
        Map<String, Integer> missing = new TreeMap<>();
        int compared = 0;
        for (Map.Entry<String, Set<String>> table : rowsBefore.entrySet()) {
            if (table.getKey().endsWith(".outbox_lane")) {
                // Leased and given back all the time.
                continue;
            }
            // What was the same before and after was so at the instant.
            Set<String> lasting = new HashSet<>(table.getValue());
            lasting.retainAll(rowsAfter.get(table.getKey()));
            compared += lasting.size();
            lasting.removeAll(rows.get(table.getKey()));
            if (!lasting.isEmpty()) {
                missing.put(table.getKey(), lasting.size());
            }
        }
        assertEquals(Map.of(), missing);
        assertTrue(compared > 1_000, "rows compared: " + compared);
    }

    @Test
    @Order(1)
    void whatWasAcceptedBeforeIsThere() throws SQLException {
        Set<String> reports = new HashSet<>(Tables.texts(
                restored, "intake-service", "select call_id from report where call_id like '" + run + "%'"));
        assertTrue(reportedBefore.size() >= BEFORE, "accepted while it was copied: " + reportedBefore.size());
        assertTrue(reports.containsAll(reportedBefore), reports + " of " + reportedBefore);
        assertTrue(reports.size() <= reportedWhenItWasOver + 1, "nothing of later is there: " + reports.size());
    }

    @Test
    @Order(1)
    void theHistoryIsTheSameChain() throws SQLException {
        String chain = "select position || ' ' || encode(hash, 'hex') from ticket_history order by position";
        List<String> found = Tables.texts(restored, "ticket-service", chain);
        List<String> all = Tables.texts(source, "ticket-service", chain);
        assertEquals(all.subList(0, found.size()), found);
        assertEquals(
                List.of(found.getLast()),
                Tables.texts(
                        restored, "ticket-service", "select position || ' ' || encode(hash, 'hex') from history_head"));
    }

    @Test
    @Order(1)
    void everyRecordIsThereInItsOrder() {
        assertEquals(recordsBefore.keySet(), records.keySet());
        List<String> wrong = new ArrayList<>();
        records.forEach((partition, found) -> {
            List<Seen> before = recordsBefore.get(partition);
            boolean begins = found.size() >= before.size()
                    && found.subList(0, before.size()).equals(before);
            if (!begins || !isWithin(found, recordsAfter.get(partition))) {
                wrong.add(partition + ": " + before.size() + " before, " + found.size() + " restored, "
                        + recordsAfter.get(partition).size() + " after");
            }
        });
        assertEquals(List.of(), wrong);
        assertTrue(records.values().stream().mapToInt(List::size).sum() > 300, "records compared");
    }

    @Test
    @Order(1)
    void noEventIsThereThatItsProducerDoesNotKnow() throws SQLException {
        Set<String> known = new HashSet<>();
        for (String service : Names.SERVICES) {
            known.addAll(Tables.texts(restored, service, "select id::text from outbox_event"));
        }
        Set<String> unknown = new HashSet<>();
        records.forEach((partition, found) -> {
            if (!partition.topic().contains(".command.") && !partition.topic().endsWith(".dlq")) {
                found.subList(recordsBefore.get(partition).size(), found.size())
                        .forEach(record -> unknown.add(record.eventId()));
            }
        });
        assertTrue(!unknown.isEmpty(), "events of the calls that came while it was copied");
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown);
    }

    @Test
    @Order(1)
    void noGroupHasPassedARecordThatItsDatabaseHasNotHandled() throws Exception {
        Map<String, Set<String>> skipped = new HashMap<>();
        for (var group : Topics.groups(restored).entrySet()) {
            String service = Names.SERVICES.stream()
                    .filter(group.getKey()::startsWith)
                    .findFirst()
                    .orElse(null);
            if (service != null) {
                Set<String> passed = skipped.computeIfAbsent(service, x -> new HashSet<>());
                group.getValue().forEach((partition, offset) -> records.getOrDefault(partition, List.of()).stream()
                        .limit(offset)
                        .map(Seen::eventId)
                        .forEach(passed::add));
            }
        }
        assertTrue(
                skipped.keySet().containsAll(Names.SERVICES), skipped.keySet().toString());
        for (Map.Entry<String, Set<String>> service : skipped.entrySet()) {
            String inbox = "select event_id from inbox_event";
            Set<String> handledBySource = new HashSet<>(Tables.texts(source, service.getKey(), inbox));
            handledBySource.retainAll(service.getValue());
            assertTrue(!handledBySource.isEmpty(), service.getKey() + " has handled something");
            handledBySource.removeAll(Tables.texts(restored, service.getKey(), inbox));
            assertEquals(Set.of(), handledBySource, service.getKey());
        }
    }

    @Test
    @Order(2)
    void ticketServiceGoesOnAndNothingHasItsEffectTwice() throws Exception {
        Path root = Path.of(System.getProperty("tanggap.root", ".."));
        ticket = new ServiceProcess(restored, root.resolve("ticket-service"), "ticket-service");
        ticket.start();
        Set<String> reported = records.entrySet().stream()
                .filter(topic -> topic.getKey().topic().equals("intake.report.v1"))
                .flatMap(topic -> topic.getValue().stream())
                .map(Seen::key)
                .filter(call -> call.startsWith(run))
                .collect(Collectors.toSet());
        String tickets =
                "select call_id || ' ' || count(*) from ticket where call_id like '" + run + "%' group by call_id";
        Set<String> onceEach = reported.stream().map(call -> call + " 1").collect(Collectors.toSet());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertEquals(onceEach, Set.copyOf(Tables.texts(restored, "ticket-service", tickets))));

        JsonNode chain = new PatientClient(new RealmBearers(restored), PATIENCE)
                .send(Request.get(Endpoints.of(restored).historyVerification(), "ops1"))
                .body();
        assertTrue(chain.path("intact").asBoolean(), chain.toString());
        assertTrue(chain.path("records").asLong() >= reported.size(), chain.toString());
    }

    /** Whether all are among the others, in the same order. */
    private static boolean isWithin(List<Seen> some, List<Seen> others) {
        int next = 0;
        for (Seen other : others) {
            if (next < some.size() && some.get(next).equals(other)) {
                next++;
            }
        }
        return next == some.size();
    }
}
