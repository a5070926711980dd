package id.tanggap.ticket.report;

import id.tanggap.platform.sweep.SweepFailures;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.metrics.TicketMetrics;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the tickets of reports that have waited long enough, each in a transaction of its own. */
@ApplicationScoped
public class PendingSweep {

    private static final String WHAT = "report";
    private static final int AT_A_TIME = 200;

    private final Transactions transactions;
    private final Reports reports;
    private final TicketMetrics metrics;
    private final SweepFailures failures;

    PendingSweep(Transactions transactions, Reports reports, TicketMetrics metrics, SweepFailures failures) {
        this.transactions = transactions;
        this.reports = reports;
        this.metrics = metrics;
        this.failures = failures;
    }

    /** One round; a report that fails is put off and keeps no other one from its ticket. */
    public Uni<Void> run() {
        return transactions
                .read(session -> reports.due(session, AT_A_TIME))
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onItem()
                .transformToUniAndConcatenate(this::open)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> open(PendingReports.Due due) {
        return transactions
                .inTransaction(session -> reports.openDue(session, due))
                .invoke(opened -> {
                    metrics.opened(opened);
                    failures.over(WHAT, due.reportId());
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    failures.failed(WHAT, due.reportId(), failure);
                    // If this fails too, the database is away and the round at its end.
                    return transactions.inTransaction(session -> reports.putOff(session, due));
                });
    }
}
