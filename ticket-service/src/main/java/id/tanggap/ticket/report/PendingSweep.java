package id.tanggap.ticket.report;

import id.tanggap.platform.sweep.SweepRound;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.metrics.TicketMetrics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the tickets of reports that have waited long enough, each in a transaction of its own. */
@ApplicationScoped
public class PendingSweep {

    private static final String WHAT = "report";

    private final SweepRound sweep;
    private final SweepRound.Kind<PendingReports.Due> reports;

    PendingSweep(SweepRound sweep, Transactions transactions, Reports reports, TicketMetrics metrics) {
        this.sweep = sweep;
        this.reports = new SweepRound.Kind<>(
                WHAT,
                PendingReports.Due::reportId,
                reports::due,
                due -> transactions
                        .inTransaction(session -> reports.openDue(session, due))
                        .invoke(metrics::opened),
                reports::putOff);
    }

    /** One round; a report that fails is put off and keeps no other one from its ticket. */
    public Uni<Void> run() {
        return sweep.run(reports);
    }
}
