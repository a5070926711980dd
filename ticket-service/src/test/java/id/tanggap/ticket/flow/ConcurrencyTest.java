package id.tanggap.ticket.flow;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import id.tanggap.local.test.Tokens;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.assignment.Command;
import id.tanggap.ticket.assignment.CommandOutcome;
import id.tanggap.ticket.assignment.Commands;
import id.tanggap.ticket.assignment.policy.Action;
import id.tanggap.ticket.report.Receipt;
import id.tanggap.ticket.report.Report;
import id.tanggap.ticket.report.Reports;
import id.tanggap.ticket.support.AgencyApp;
import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.OwnContexts;
import id.tanggap.ticket.support.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Transactions that really run at the same time; no retry stands between them and the locks that must keep them apart. */
@QuarkusTest
class ConcurrencyTest extends OnStack {

    @Inject
    OwnContexts contexts;

    @Inject
    Transactions transactions;

    @Inject
    Reports reports;

    @Inject
    Commands commands;

    @Inject
    Database database;

    private final String run = UUID.randomUUID() + "-";

    @Test
    void tickets_opened_at_once_have_numbers_of_their_own() {
        open("MEDICAL", 30);

        assertEquals(
                30, database.count("(select distinct number from ticket where report_id like ?) numbers", run + "%"));
    }

    @Test
    void one_report_received_many_times_at_once_has_one_ticket_and_no_failure() {
        List<Receipt> receipts = contexts.atOnce(Collections.nCopies(8, receive(report(0, "MEDICAL"))));

        assertEquals(
                1, receipts.stream().filter(Receipt.Opened.class::isInstance).count());
        assertEquals(
                7, receipts.stream().filter(Receipt.Repeated.class::isInstance).count());
    }

    @Test
    void the_last_two_agencies_of_a_ticket_that_are_done_at_once_close_it() {
        List<UUID> tickets = open("TRAFFIC_LIGHT", 15);

        List<CommandOutcome> outcomes = contexts.atOnce(tickets.stream()
                .flatMap(ticket -> Stream.of("dishub", "polres")
                        .map(agency -> handle(agency, command(UUID.randomUUID(), ticket, Action.CLOSE))))
                .toList());

        outcomes.forEach(outcome -> assertInstanceOf(CommandOutcome.Applied.class, outcome));
        assertEquals(
                15, database.count("ticket where report_id like ? and status = 'CLOSED' and version = 3", run + "%"));
    }

    @Test
    void one_command_id_on_two_tickets_at_once_is_applied_to_one_and_a_conflict_on_the_other() {
        List<UUID> tickets = open("WATER", 30);
        List<Supplier<Uni<CommandOutcome>>> work = new ArrayList<>();
        for (int i = 0; i < tickets.size(); i += 2) {
            UUID id = UUID.randomUUID();
            work.add(handle("pdam", command(id, tickets.get(i), Action.ACCEPT)));
            work.add(handle("pdam", command(id, tickets.get(i + 1), Action.ACCEPT)));
        }

        List<CommandOutcome> outcomes = contexts.atOnce(work);

        assertEquals(
                15,
                outcomes.stream()
                        .filter(CommandOutcome.Applied.class::isInstance)
                        .count());
        assertEquals(
                15,
                outcomes.stream()
                        .filter(outcome -> outcome instanceof CommandOutcome.Rejected rejected
                                && rejected.type().equals(ProblemType.CONFLICT))
                        .count());
        assertEquals(15, database.count("ticket where report_id like ? and version = 2", run + "%"));
    }

    @Test
    void one_command_by_rest_and_kafka_at_once_has_one_effect_and_the_same_answer_everywhere() {
        UUID ticket = open("WATER", 1).getFirst();
        String token = Tokens.user("pdam1");
        Map<String, Object> command = AgencyApp.command(ticket.toString(), "ACCEPT");
        try (Topic replies = new Topic("ticket.reply.pdam.v1", "agency-pdam")) {
            List<CompletableFuture<String>> posts = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> post(token, ticket, command)))
                    .limit(4)
                    .toList();
            events.send(new ProducerRecord<>("ticket.command.pdam.v1", ticket.toString(), Events.bytes(command)));

            assertEquals(
                    Collections.nCopies(4, "ResourcesAssigned"),
                    posts.stream().map(CompletableFuture::join).toList());
            assertEquals(
                    "ResourcesAssigned",
                    replies.awaitOne(node -> node.path("commandId").asText().equals(command.get("commandId")))
                            .path("status")
                            .asText());
        }
        assertEquals(1, database.count("ticket where id = ? and version = 2", ticket));
    }

    @Test
    void a_command_that_meets_a_merge_and_is_ended_as_a_deadlock_is_carried_out_in_the_end() throws Exception {
        List<UUID> tickets = open("WATER", 2);
        UUID child = tickets.getFirst();
        UUID parent = tickets.getLast();
        String token = Tokens.user("pdam1");
        Map<String, Object> command = Map.of(
                "commandId", UUID.randomUUID().toString(),
                "action", "ACCEPT",
                "at", Instant.now().toString());
        try (Locker merge = new Locker(database.open());
                Locker other = new Locker(database.open())) {
            merge.lock(child);
            other.lock(parent);
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> post(token, child, command));
            awaitWaiting(merge.pid());
            merge.replaceAndCommit(child, parent);
            // The command has the child now, and has learned that it needs the parent.
            awaitWaiting(other.pid());
            double before = deadlocks();

            other.lock(child);

            await().atMost(Duration.ofSeconds(20)).until(() -> deadlocks() > before);
            other.rollback();
            assertEquals("ResourcesAssigned", answer.join());
        }
        assertEquals(1, database.count("ticket where id = ? and version = 2", parent));
        assertEquals(1, database.count("applied_command where ticket_id = ?", child));
    }

    /** Until a transaction waits for that of this process. */
    private void awaitWaiting(int pid) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(20))
                .until(() -> database.count("pg_stat_activity where ? = any(pg_blocking_pids(pid))", pid) > 0);
    }

    private double deadlocks() {
        return Double.parseDouble(
                database.text("select deadlocks from pg_stat_database where datname = current_database()"));
    }

    /** Somebody else's transaction. */
    private record Locker(Connection connection) implements AutoCloseable {

        Locker {
            try {
                connection.setAutoCommit(false);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void lock(UUID ticket) throws SQLException {
            execute("select id from ticket where id = ? for update", ticket);
        }

        void replaceAndCommit(UUID child, UUID parent) throws SQLException {
            execute("update ticket set replaced_by = ? where id = ?", parent, child);
            connection.commit();
        }

        void rollback() throws SQLException {
            connection.rollback();
        }

        int pid() throws SQLException {
            return connection.unwrap(PGConnection.class).getBackendPID();
        }

        private void execute(String sql, UUID... values) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.execute();
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private static String post(String token, UUID ticket, Map<String, Object> command) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(command)
                .post("/api/v1/tickets/" + ticket + "/commands")
                .jsonPath()
                .getString("status");
    }

    /** Opens as many tickets, all at once. */
    private List<UUID> open(String category, int count) {
        List<Supplier<Uni<Receipt>>> work = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            work.add(receive(report(i, category)));
        }
        contexts.atOnce(work).forEach(receipt -> assertInstanceOf(Receipt.Opened.class, receipt));
        List<UUID> tickets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tickets.add(UUID.fromString(database.text("select id from ticket where report_id = ?", run + i)));
        }
        return tickets;
    }

    private Report report(int number, String category) {
        String id = run + number;
        return new Report(
                id, "call-" + id, null, category, "Laporan uji", true, null, null, Instant.now(), "operator1");
    }

    private Supplier<Uni<Receipt>> receive(Report report) {
        return () -> transactions.inTransaction(session -> reports.receive(session, report));
    }

    private Supplier<Uni<CommandOutcome>> handle(String agency, Command command) {
        return () ->
                transactions.inTransaction(session -> commands.handle(session, agency, "agency-" + agency, command));
    }

    private static Command command(UUID id, UUID ticket, Action action) {
        return Command.of(id, ticket, action, Instant.now(), null, null, null, null, null);
    }
}
