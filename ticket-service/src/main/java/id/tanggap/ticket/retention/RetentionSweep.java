package id.tanggap.ticket.retention;

import id.tanggap.platform.sweep.SweepLoop;
import id.tanggap.platform.sweep.SweepRound;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.config.RetentionConfig;
import id.tanggap.ticket.ticket.TicketRemoval;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Removes what is older than it may be, each in a transaction of its own, in which it is counted, too. What fails is put off for
 * some time: the oldest are looked at first, and those that fail each time must not keep all others from being removed.
 */
@ApplicationScoped
public class RetentionSweep {

    private final SweepRound sweep;
    private final SweepLoop loop;
    private final Transactions transactions;
    private final Expired expired;
    private final PutOff putOff;
    private final Removals removals;
    private final RetentionConfig config;
    private final Vertx vertx;
    private final SweepRound.Kind<Overdue> contacts;
    private final SweepRound.Kind<Overdue> tickets;
    private final SweepRound.Kind<Overdue> callBacks;

    RetentionSweep(
            SweepRound sweep,
            Transactions transactions,
            Expired expired,
            PutOff putOff,
            Removals removals,
            TicketRemoval removal,
            RetentionConfig config,
            Vertx vertx) {
        this.sweep = sweep;
        this.transactions = transactions;
        this.expired = expired;
        this.putOff = putOff;
        this.removals = removals;
        this.config = config;
        this.vertx = vertx;
        this.contacts = kind(RetentionClass.CONTACT, config.contacts(), removal::removeContact);
        this.tickets = kind(RetentionClass.TICKET, config.tickets(), removal::remove);
        this.callBacks = kind(RetentionClass.CALL_BACK, config.callBacks(), RetentionSweep::removeCallBack);
        this.loop = new SweepLoop("retention", this::run, vertx);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.interval().toMillis(), tick -> loop.wake());
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** One round of each class. */
    public Uni<Void> run() {
        // A ticket that goes whole need not be rid of its contact first.
        return sweep.run(tickets).chain(() -> sweep.run(contacts)).chain(() -> sweep.run(callBacks));
    }

    private SweepRound.Kind<Overdue> kind(
            RetentionClass kind, Duration age, BiFunction<Mutiny.Session, UUID, Uni<Boolean>> remove) {
        return new SweepRound.Kind<>(
                "retention-" + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                one -> one.id().toString(),
                (session, limit) -> expired.of(session, kind, age, limit),
                one -> transactions
                        .inTransaction(session -> remove.apply(session, one.id())
                                .call(removed -> removed
                                        ? removals.count(session, kind, 1)
                                        : Uni.createFrom().voidItem())
                                .call(() -> putOff.forget(session, kind, one.id())))
                        .onFailure()
                        .invoke(one::failed),
                (session, one) -> putOff.putOff(session, kind, one, config.retry()));
    }

    private static Uni<Boolean> removeCallBack(Mutiny.Session session, UUID id) {
        return session.createNativeQuery("delete from callback_task where id = :id and closed_at is not null")
                .setParameter("id", id)
                .executeUpdate()
                .map(deleted -> deleted > 0);
    }
}
