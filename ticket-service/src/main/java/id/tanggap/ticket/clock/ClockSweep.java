package id.tanggap.ticket.clock;

import id.tanggap.platform.sweep.SweepRound;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.metrics.ClockMetrics;
import id.tanggap.ticket.metrics.ServiceLevelMetrics;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Looks at clocks that are due: many tickets in a transaction, as many as there are, and each by itself if one of them fails, so
 * that it keeps no other from being looked at. Replicas share them, for each passes over what another holds.
 */
@ApplicationScoped
public class ClockSweep {

    private static final Logger LOG = Logger.getLogger(ClockSweep.class);
    private static final String WHAT = "clock";

    private final SweepRound sweep;
    private final Transactions transactions;
    private final Escalations escalations;
    private final ClockMetrics metrics;
    private final ServiceLevelMetrics levels;

    ClockSweep(
            SweepRound sweep,
            Transactions transactions,
            Escalations escalations,
            ClockMetrics metrics,
            ServiceLevelMetrics levels) {
        this.sweep = sweep;
        this.transactions = transactions;
        this.escalations = escalations;
        this.metrics = metrics;
        this.levels = levels;
    }

    /** One round, until nothing is due that is not another's. */
    public Uni<Void> run() {
        return Multi.createBy()
                .repeating()
                .uni(this::some)
                .whilst(claimed -> claimed > 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> some() {
        AtomicReference<List<UUID>> claimed = new AtomicReference<>(List.of());
        return transactions
                .inTransaction(session -> escalations
                        .claim(session)
                        .invoke(claimed::set)
                        .chain(tickets -> tickets.isEmpty()
                                ? Uni.createFrom().item(List.<EscalationEvent>of())
                                : escalations.look(session, tickets)))
                .invoke(this::count)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    if (claimed.get().isEmpty()) {
                        return Uni.createFrom().failure(failure);
                    }
                    LOG.warnf(
                            "event=clock-batch-failed tickets=%d cause=\"%s\"",
                            claimed.get().size(), failure);
                    return sweep.run(each(claimed.get()));
                })
                .map(done -> claimed.get().size());
    }

    private SweepRound.Kind<UUID> each(List<UUID> tickets) {
        return new SweepRound.Kind<>(
                WHAT,
                UUID::toString,
                (session, most) -> Uni.createFrom().item(tickets),
                ticket -> transactions
                        .inTransaction(session -> escalations.look(session, ticket))
                        .invoke(this::count),
                escalations::putOff);
    }

    private void count(List<EscalationEvent> told) {
        told.forEach(event -> {
            metrics.escalated(event.step(), event.agency());
            levels.missed(event.agency(), event.step(), event.emergency());
            LOG.infof(
                    "event=step-missed ticket=%s agency=%s step=%s due=%s dutyOfficer=%s",
                    event.ticketId(), event.agency(), event.step(), event.dueAt(), event.dutyOfficer());
        });
    }
}
