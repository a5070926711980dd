package id.tanggap.ticket.incident;

import static org.awaitility.Awaitility.await;

import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.report.Report;
import id.tanggap.ticket.report.Reports;
import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.ManyTickets;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.OwnContexts;
import id.tanggap.ticket.ticket.Candidates;
import id.tanggap.ticket.ticket.Location;
import id.tanggap.ticket.ticket.Tickets;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures the opening of a ticket, commit included, and the search for others of its incident with 10 open ones nearby, among
 * 1,000 and among 1,000,000 tickets: each in a schema of its own, in which the service works in turn, so that what else the machine
 * does befalls both alike. Run with {@code mvn test -pl ticket-service -am -Dtest=CandidatesBench
 * -Dsurefire.failIfNoSpecifiedTests=false -Dtanggap.bench=true}. It prints and judges nothing.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "tanggap.bench", matches = "true")
class CandidatesBench extends OnStack {

    private static final int NEARBY = 10;
    private static final int TURNS = 10;
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 60;
    /** Fewer are filled in sooner. */
    private static final int MANY = Integer.getInteger("tanggap.bench.tickets", 1_000_000);

    private static final Map<String, Integer> SIZES = new TreeMap<>(Map.of("few", 1_000, "many", MANY));
    private static final Location PLACE = new Location(-6.6, 110.7, null, null, null);

    @Inject
    OwnContexts contexts;

    @Inject
    Transactions transactions;

    @Inject
    Reports reports;

    @Inject
    Tickets tickets;

    @Inject
    Candidates candidates;

    @Inject
    Database database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String user;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    /** Nanoseconds. */
    private record Times(List<Long> opened, List<Long> searched) {}

    @Test
    void measure() throws SQLException {
        Map<String, Times> times = new TreeMap<>();
        try {
            for (String schema : SIZES.keySet()) {
                fill(schema);
                times.put(schema, new Times(new ArrayList<>(), new ArrayList<>()));
            }
            for (int turn = 0; turn < TURNS; turn++) {
                for (String schema : SIZES.keySet()) {
                    workIn(schema);
                    take(times.get(schema));
                }
            }
        } finally {
            workIn("public");
            for (String schema : SIZES.keySet()) {
                database.execute("drop schema if exists " + schema + " cascade");
            }
        }
        Times few = times.get("few");
        Times many = times.get("many");
        times.forEach((schema, taken) -> System.out.printf(
                Locale.ROOT,
                "among %,9d tickets: opened p50 %.2f ms, candidates found p50 %.2f ms%n",
                SIZES.get(schema),
                median(taken.opened()),
                median(taken.searched())));
        System.out.printf(
                Locale.ROOT,
                "the many to the few, %d turns of %d: opened %.2f, candidates found %.2f, both %.2f%n",
                TURNS,
                ROUNDS,
                median(many.opened()) / median(few.opened()),
                median(many.searched()) / median(few.searched()),
                (median(many.opened()) + median(many.searched())) / (median(few.opened()) + median(few.searched())));
    }

    private void fill(String schema) throws SQLException {
        Flyway.configure()
                .dataSource(url, user, password)
                .schemas(schema)
                .locations("db/platform", "db/migration")
                .load()
                .migrate();
        database.execute("grant usage on schema " + schema + " to public");
        workIn(schema);
        new ManyTickets(database, "SEJUTA")
                .add(SIZES.get(schema), 0, Instant.now().minus(Duration.ofDays(1)));
        for (int i = 0; i < NEARBY; i++) {
            open();
        }
        for (String table : List.of("ticket", "assignment", "ticket_search")) {
            database.execute("vacuum analyze " + table);
        }
    }

    /** Has the service and the test see the tables of this schema from now on: all their connections are made anew. */
    private void workIn(String schema) throws SQLException {
        for (Connection opened : List.of(database.open(), database.openAsService())) {
            try (Connection connection = opened;
                    Statement statement = connection.createStatement()) {
                statement.execute("alter role current_user set search_path = " + schema);
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where usename = current_user and pid <> pg_backend_pid()");
            }
        }
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> one(() -> transactions.read(
                        session -> session.createNativeQuery("select cast(current_schema() as text)", String.class)
                                .getSingleResult()))
                .equals(schema));
    }

    private void take(Times times) {
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long start = System.nanoTime();
            String report = open();
            long middle = System.nanoTime();
            UUID ticket = UUID.fromString(database.text("select id from ticket where report_id = ?", report));
            long search = System.nanoTime();
            int found = search(ticket);
            long end = System.nanoTime();
            if (found != NEARBY) {
                throw new IllegalStateException("found " + found);
            }
            if (round >= 0) {
                times.opened().add(middle - start);
                times.searched().add(end - search);
            }
            database.execute("update ticket set status = 'CLOSED', closed_at = now() where report_id = ?", report);
        }
    }

    private String open() {
        String id = UUID.randomUUID().toString();
        Report report = new Report(
                id, "call-" + id, "ref-" + id, "FIRE", "Kebakaran", false, PLACE, null, Instant.now(), "operator1");
        one(() -> transactions.inTransaction(session -> reports.receive(session, report)));
        return id;
    }

    private int search(UUID ticket) {
        return one(() -> transactions.read(session ->
                        tickets.find(session, ticket).chain(found -> candidates.of(session, found.orElseThrow()))))
                .size();
    }

    private <T> T one(Supplier<Uni<T>> work) {
        return contexts.atOnce(List.of(work)).getFirst();
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
    }
}
