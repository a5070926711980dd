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
 * 1,000 and among 1,000,000 tickets, in one run. Run with {@code mvn test -pl ticket-service -am -Dtest=CandidatesBench
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

    @Test
    void measure() {
        double[] few = at(1_000, "RIBU");
        double[] many = at(999_000, "SEJUTA");
        System.out.printf(
                Locale.ROOT,
                "1,000 tickets:     open p50 %.2f ms, candidates p50 %.2f ms%n"
                        + "1,000,000 tickets: open p50 %.2f ms, candidates p50 %.2f ms%n"
                        + "ratio:             open %.2f, candidates %.2f, both %.2f%n",
                few[0],
                few[1],
                many[0],
                many[1],
                many[0] / few[0],
                many[1] / few[1],
                (many[0] + many[1]) / (few[0] + few[1]));
    }

    /** Median milliseconds of an opening and of a search. */
    private double[] at(int more, String prefix) {
        new ManyTickets(database, prefix).add(more, 0, Instant.now().minus(Duration.ofDays(1)));
        for (String table : List.of("ticket", "assignment", "ticket_search")) {
            database.execute("vacuum analyze " + table);
        }
        database.execute("update ticket set status = 'CLOSED', closed_at = now() where status = 'OPEN'");
        for (int i = 0; i < NEARBY; i++) {
            open();
        }
        long[] opened = new long[ROUNDS];
        long[] searched = new long[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long start = System.nanoTime();
            String report = open();
            long middle = System.nanoTime();
            int found = search(report);
            long end = System.nanoTime();
            if (found != NEARBY) {
                throw new IllegalStateException("found " + found);
            }
            if (round >= 0) {
                opened[round] = middle - start;
                searched[round] = end - middle;
            }
            database.execute("update ticket set status = 'CLOSED', closed_at = now() where report_id = ?", report);
        }
        return new double[] {median(opened), median(searched)};
    }

    private String open() {
        String id = UUID.randomUUID().toString();
        Report report = new Report(
                id, "call-" + id, "ref-" + id, "FIRE", "Kebakaran", false, PLACE, null, Instant.now(), "operator1");
        contexts.atOnce(List.<Supplier<Uni<Receipt>>>of(
                () -> transactions.inTransaction(session -> reports.receive(session, report))));
        return id;
    }

    private int search(String report) {
        UUID ticket = UUID.fromString(database.text("select id from ticket where report_id = ?", report));
        return contexts.atOnce(List.<Supplier<Uni<List<Candidates.Candidate>>>>of(() -> transactions.read(session ->
                        tickets.find(session, ticket).chain(found -> candidates.of(session, found.orElseThrow())))))
                .getFirst()
                .size();
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }
}
