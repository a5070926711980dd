package id.tanggap.ticket.incident;

import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.report.Receipt;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures the opening of a ticket, commit included, and the search for others of its incident with 10 open ones nearby, among
 * 1,000 and among 1,000,000 tickets, in one run, each beside a transaction that writes one row. Run with {@code mvn test -pl ticket-service -am -Dtest=CandidatesBench
 * -Dsurefire.failIfNoSpecifiedTests=false -Dtanggap.bench=true}. It prints and judges nothing.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "tanggap.bench", matches = "true")
class CandidatesBench extends OnStack {

    private static final int NEARBY = 10;
    private static final int WARM_UP = 300;
    private static final int ROUNDS = 300;
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

    /** Median milliseconds. */
    private record Medians(double floor, double open, double candidates) {

        double work() {
            return (open + candidates) / floor;
        }
    }

    private int commits;

    @Test
    void measure() {
        Medians few = at(1_000, "RIBU");
        Medians many = at(999_000, "SEJUTA");
        print("1,000 tickets", few);
        print("1,000,000 tickets", many);
        System.out.printf(
                Locale.ROOT,
                "the many to the few: opened %.2f, candidates %.2f, both %.2f; in floors of their own moments %.2f%n",
                many.open() / few.open(),
                many.candidates() / few.candidates(),
                (many.open() + many.candidates()) / (few.open() + few.candidates()),
                many.work() / few.work());
    }

    private Medians at(int more, String prefix) {
        new ManyTickets(database, prefix).add(more, 0, Instant.now().minus(Duration.ofDays(1)));
        for (String table : List.of("ticket", "assignment", "ticket_search")) {
            database.execute("vacuum analyze " + table);
        }
        database.execute("update ticket set status = 'CLOSED', closed_at = now() where status = 'OPEN'");
        for (int i = 0; i < NEARBY; i++) {
            open();
        }
        long[] floor = new long[ROUNDS];
        long[] opened = new long[ROUNDS];
        long[] searched = new long[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            commit();
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
                floor[round] = start - begin;
                opened[round] = middle - start;
                searched[round] = end - search;
            }
            database.execute("update ticket set status = 'CLOSED', closed_at = now() where report_id = ?", report);
        }
        return new Medians(median(floor), median(opened), median(searched));
    }

    /** The floor: a transaction that writes one row, over the same ways. */
    private void commit() {
        int day = commits++;
        contexts.atOnce(
                List.<Supplier<Uni<Integer>>>of(() -> transactions.inTransaction(session -> session.createNativeQuery(
                                "insert into ticket_counter (day, last_number) values (date '1900-01-01' + :day, 1)")
                        .setParameter("day", day)
                        .executeUpdate())));
    }

    private String open() {
        String id = UUID.randomUUID().toString();
        Report report = new Report(
                id, "call-" + id, "ref-" + id, "FIRE", "Kebakaran", false, PLACE, null, Instant.now(), "operator1");
        contexts.atOnce(List.<Supplier<Uni<Receipt>>>of(
                () -> transactions.inTransaction(session -> reports.receive(session, report))));
        return id;
    }

    private int search(UUID ticket) {
        return contexts.atOnce(List.<Supplier<Uni<List<Candidates.Candidate>>>>of(() -> transactions.read(session ->
                        tickets.find(session, ticket).chain(found -> candidates.of(session, found.orElseThrow())))))
                .getFirst()
                .size();
    }

    private static void print(String what, Medians p50) {
        System.out.printf(
                Locale.ROOT,
                "%-18s floor %.2f ms, opened %.2f ms, candidates %.2f ms%n",
                what,
                p50.floor(),
                p50.open(),
                p50.candidates());
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }
}
