package id.tanggap.ticket.report;

import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.metrics.TicketMetrics;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Opens the tickets of reports that have waited long enough, each in a transaction of its own. */
@ApplicationScoped
public class PendingSweep {

    private static final Logger LOG = Logger.getLogger(PendingSweep.class);
    private static final int AT_A_TIME = 200;

    private final Transactions transactions;
    private final Reports reports;
    private final TicketMetrics metrics;

    PendingSweep(Transactions transactions, Reports reports, TicketMetrics metrics) {
        this.transactions = transactions;
        this.reports = reports;
        this.metrics = metrics;
    }

    /** One round; a report that fails stays due and keeps no other one from its ticket. */
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
                .invoke(metrics::opened)
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf(failure, "event=pending-report-failed report=%s", due.reportId());
                    return null;
                });
    }
}
