package id.tanggap.notification.ladder;

import id.tanggap.notification.delivery.DirectDeliveries;
import id.tanggap.notification.ladder.policy.Rung;
import id.tanggap.notification.ladder.policy.RungPause;
import id.tanggap.notification.ladder.policy.Stop;
import id.tanggap.platform.outbox.Outbox;
import id.tanggap.platform.seal.Seal;
import id.tanggap.platform.time.Now;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Wakes an agency's people, one rung after the other, until somebody takes the ticket on. */
@ApplicationScoped
public class Ladders {

    private static final Logger LOG = Logger.getLogger(Ladders.class);
    /** The agency's view may still be on its way: the two come on different topics. */
    private static final Duration VIEW_COMES = Duration.ofSeconds(2);

    private final LadderStore store;
    private final RungTeller teller;
    private final PartReader parts;
    private final DirectDeliveries deliveries;
    private final RungPause pause;
    private final LadderConfig config;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Seal seal;
    private final Now now;
    private final LadderMetrics metrics;

    Ladders(
            LadderStore store,
            RungTeller teller,
            PartReader parts,
            DirectDeliveries deliveries,
            RungPause pause,
            LadderConfig config,
            Transactions transactions,
            Outbox outbox,
            Seal seal,
            Now now,
            LadderMetrics metrics) {
        this.store = store;
        this.teller = teller;
        this.parts = parts;
        this.deliveries = deliveries;
        this.pause = pause;
        this.config = config;
        this.transactions = transactions;
        this.outbox = outbox;
        this.seal = seal;
        this.now = now;
        this.metrics = metrics;
    }

    /** Begins a ladder in the session's transaction, unless it has begun. Its first rung comes with the next look. */
    public Uni<Void> begin(Mutiny.Session session, MissedStep missed) {
        return store.waitForNews(session, missed.agency())
                .chain(() -> store.begin(session, missed))
                .invoke(begun -> LOG.infof(
                        "event=ladder-begun ladder=%s ticket=%s agency=%s priority=%d again=%s",
                        missed.id(), missed.ticketId(), missed.agency(), missed.priority(), !begun))
                .replaceWithVoid();
    }

    /** Stops the agency's ladders of this ticket in the session's transaction, if this view of it says so. */
    public Uni<Void> onNews(Mutiny.Session session, String agency, String ticketId, String view) {
        return store.open(session, agency, ticketId)
                .chain(open -> open.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : each(open, ladder -> parts.read(view)
                                .flatMap(part -> part.stops(ladder.assignmentId()))
                                .map(by -> stop(session, ladder, by))
                                .orElse(Uni.createFrom().voidItem())));
    }

    /** Climbs the next rung of one ladder whose time has come; false if there is none. To be called on a context of its own. */
    Uni<Boolean> climbOne() {
        return transactions.inTransaction(session -> store.due(session, now.get())
                .chain(due -> due.map(ladder -> climb(session, ladder).replaceWith(true))
                        .orElse(Uni.createFrom().item(false))));
    }

    private Uni<Void> climb(Mutiny.Session session, Ladder ladder) {
        Instant moment = now.get();
        if (ladder.beganAt().plus(config.maxAge()).isBefore(moment)) {
            return stop(session, ladder, Stop.EXPIRED);
        }
        return store.latest(session, ladder.agency(), ladder.ticketId())
                .chain(latest -> latest.map(seen -> parts.read(seal.open(seen.sealedView()))
                                .flatMap(part -> part.stops(ladder.assignmentId()))
                                .map(by -> stop(session, ladder, by))
                                .orElseGet(() -> tell(session, ladder, ladder.climbed(), seen, moment)))
                        .orElseGet(() -> store.advance(
                                session, ladder.id(), ladder.climbed(), Optional.of(moment.plus(VIEW_COMES)))));
    }

    /** Tells the next rung that anybody can be told by; one that nobody can is skipped at once. */
    private Uni<Void> tell(
            Mutiny.Session session, Ladder ladder, int climbed, LadderStore.Latest latest, Instant moment) {
        Optional<Rung> next = Rung.after(climbed);
        if (next.isEmpty()) {
            return store.advance(session, ladder.id(), climbed, Optional.empty());
        }
        Rung rung = next.get();
        return teller.tell(session, ladder, rung, latest, moment)
                .call(told -> store.done(session, ladder.id(), rung, moment, told.messages(), told.reason()))
                .call(told -> rung == Rung.COMMAND_CENTRE
                        ? alarm(session, ladder, moment)
                        : Uni.createFrom().voidItem())
                .invoke(told -> {
                    metrics.climbed(session, rung, told.messages() > 0);
                    note(ladder, rung, told);
                })
                .chain(told -> told.messages() == 0
                        ? tell(session, ladder, climbed + 1, latest, moment)
                        : store.advance(
                                session,
                                ladder.id(),
                                climbed + 1,
                                Rung.after(climbed + 1).map(after -> moment.plus(pause.of(ladder.priority())))));
    }

    private Uni<Void> alarm(Mutiny.Session session, Ladder ladder, Instant moment) {
        metrics.alarmed(session);
        return outbox.append(
                session,
                new CommandCentreAlarm(
                                ladder.id(),
                                ladder.ticketId(),
                                ladder.number(),
                                ladder.agency(),
                                ladder.priority(),
                                ladder.beganAt(),
                                moment)
                        .event());
    }

    private Uni<Void> stop(Mutiny.Session session, Ladder ladder, Stop by) {
        return store.stop(session, ladder.id(), by, now.get())
                .chain(() -> deliveries.cancel(session, ladder.id()))
                .invoke(cancelled -> {
                    metrics.stopped(session, by);
                    LOG.infof(
                            "event=ladder-stopped ladder=%s ticket=%s agency=%s by=%s climbed=%d cancelled=%d",
                            ladder.id(), ladder.ticketId(), ladder.agency(), by, ladder.climbed(), cancelled);
                })
                .replaceWithVoid();
    }

    private static void note(Ladder ladder, Rung rung, RungTeller.Told told) {
        LOG.logf(
                rung == Rung.COMMAND_CENTRE ? Logger.Level.WARN : Logger.Level.INFO,
                "event=ladder-rung ladder=%s ticket=%s agency=%s rung=%s messages=%d reason=%s",
                ladder.id(),
                ladder.ticketId(),
                ladder.agency(),
                rung,
                told.messages(),
                told.reason().orElse("-"));
    }

    private static Uni<Void> each(List<Ladder> ladders, Function<Ladder, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(ladders)
                .onItem()
                .transformToUniAndConcatenate(ladder -> work.apply(ladder).replaceWith(ladder))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
