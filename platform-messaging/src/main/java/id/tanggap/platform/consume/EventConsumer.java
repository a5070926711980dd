package id.tanggap.platform.consume;

import id.tanggap.platform.consume.Verdicts.Result;
import id.tanggap.platform.inbox.Inbox;
import id.tanggap.platform.tx.DatabaseFailures;
import id.tanggap.platform.tx.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Gives each event its effect exactly once: the inbox entry and the effect are one transaction, so a redelivered event
 * does nothing.
 *
 * <p>A record that cannot be read fails at once and goes to the dead-letter queue. While the database is away the channel
 * waits for it, for ever: were it to give up, an outage would empty the topic into the dead-letter queue. Any other
 * failure is tried {@value #ATTEMPTS} times.
 */
@ApplicationScoped
public class EventConsumer {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    static final int ATTEMPTS = 3;

    private final Transactions transactions;
    private final Inbox inbox;
    private final EventReader reader;
    private final Backoff backoff;
    private final Verdicts verdicts;
    private volatile boolean stopping;

    EventConsumer(Transactions transactions, Inbox inbox, EventReader reader, Backoff backoff, Verdicts verdicts) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.reader = reader;
        this.backoff = backoff;
        this.verdicts = verdicts;
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopping = true;
    }

    /** Consumes an event that carries the state of its subject: one older than a state already seen has no effect. */
    public <T> Uni<Void> consume(
            String consumer,
            ConsumerRecord<String, byte[]> record,
            Class<T> type,
            BiFunction<Mutiny.Session, ReceivedEvent<T>, Uni<?>> effect) {
        return consume(consumer, record, received -> reader.event(received, type), true, effect);
    }

    /** Consumes an event that stands for itself, in whatever order it comes; {@code read} throws {@link PoisonEventException} for one that it cannot read. */
    public <T> Uni<Void> consume(
            String consumer,
            ConsumerRecord<String, byte[]> record,
            Function<ConsumerRecord<String, byte[]>, ReceivedEvent<T>> read,
            BiFunction<Mutiny.Session, ReceivedEvent<T>, Uni<?>> effect) {
        return consume(consumer, record, read, false, effect);
    }

    private <T> Uni<Void> consume(
            String consumer,
            ConsumerRecord<String, byte[]> record,
            Function<ConsumerRecord<String, byte[]>, ReceivedEvent<T>> read,
            boolean ordered,
            BiFunction<Mutiny.Session, ReceivedEvent<T>, Uni<?>> effect) {
        ReceivedEvent<T> event;
        try {
            event = read.apply(record);
        } catch (RuntimeException e) {
            return Uni.createFrom().failure(verdicts.dead(consumer, record, e));
        }
        Backoff.Pauses pauses = backoff.start();
        return Uni.createFrom()
                .deferred(() -> attempt(consumer, event, ordered, effect))
                .onFailure(EventConsumer::mayPass)
                .call(failure -> {
                    LOG.warnf(
                            "event=database-unavailable consumer=%s topic=%s cause=\"%s\"",
                            consumer, record.topic(), failure);
                    return pauses.next();
                })
                .onFailure(EventConsumer::mayPass)
                .retry()
                .indefinitely()
                .onFailure(failure -> !(failure instanceof PoisonEventException))
                .call(failure -> {
                    LOG.warnf(
                            failure,
                            "event=effect-failed consumer=%s topic=%s subject=%s",
                            consumer,
                            record.topic(),
                            event.subject());
                    return pauses.next();
                })
                .onFailure(failure -> !(failure instanceof PoisonEventException))
                .retry()
                .atMost(ATTEMPTS - 1)
                .invoke(result -> count(record, event.time(), result))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> stopping
                        // A failure of a closing pool is no fault of the record: left unacknowledged, it comes again.
                        ? Uni.createFrom().nothing()
                        : Uni.createFrom().failure(verdicts.dead(consumer, record, failure)));
    }

    /** An effect's own verdict that the record is poison stands, whatever it was caused by. */
    private static boolean mayPass(Throwable failure) {
        return !(failure instanceof PoisonEventException) && DatabaseFailures.isUnavailable(failure);
    }

    private void count(ConsumerRecord<String, byte[]> record, Instant happenedAt, Result result) {
        if (result == Result.APPLIED) {
            verdicts.applied(record, happenedAt);
        } else {
            verdicts.passedOver(record, result);
        }
    }

    private <T> Uni<Result> attempt(
            String consumer,
            ReceivedEvent<T> event,
            boolean ordered,
            BiFunction<Mutiny.Session, ReceivedEvent<T>, Uni<?>> effect) {
        return transactions.inTransaction(
                session -> inbox.isFirstTime(session, consumer, event.id()).chain(first -> {
                    if (!first) {
                        return Uni.createFrom().item(Result.REPEATED);
                    }
                    return isCurrent(session, consumer, event, ordered)
                            .chain(current -> current
                                    ? effect.apply(session, event).replaceWith(Result.APPLIED)
                                    : Uni.createFrom().item(Result.STALE));
                }));
    }

    private Uni<Boolean> isCurrent(Mutiny.Session session, String consumer, ReceivedEvent<?> event, boolean ordered) {
        return ordered && event.sequence().isPresent()
                ? inbox.isNewest(
                        session,
                        consumer,
                        event.topic(),
                        event.subject(),
                        event.sequence().getAsLong())
                : Uni.createFrom().item(true);
    }
}
