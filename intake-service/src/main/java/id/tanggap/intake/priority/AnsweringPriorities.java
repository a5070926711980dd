package id.tanggap.intake.priority;

import id.tanggap.intake.caller.Caller;
import id.tanggap.intake.caller.CallerKind;
import id.tanggap.intake.caller.Fingerprints;
import id.tanggap.intake.config.PriorityConfig;
import id.tanggap.platform.time.Now;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Knows which callers are answered after others. It fails open: a caller without a number, an unknown one, an expired row
 * and a database that is away or slow all mean "in turn".
 */
@ApplicationScoped
public class AnsweringPriorities {

    private static final Logger LOG = Logger.getLogger(AnsweringPriorities.class);

    // The client's own prepared statement on the primary key: of a session of Hibernate nothing is needed here.
    private static final String FIND = "select until from answering_priority where caller_ref = $1";

    private static final String LOWER =
            """
            insert into answering_priority (caller_ref, until) values (:caller, :until)
            on conflict (caller_ref) do update set until = excluded.until
            """;

    private final Pool pool;
    private final Fingerprints fingerprints;
    private final PriorityConfig config;
    private final Now now;
    private final MeterRegistry metrics;

    AnsweringPriorities(Pool pool, Fingerprints fingerprints, PriorityConfig config, Now now, MeterRegistry metrics) {
        this.pool = pool;
        this.fingerprints = fingerprints;
        this.config = config;
        this.now = now;
        this.metrics = metrics;
    }

    /** How to answer this caller; never fails, and never takes longer than the configured time. */
    public Uni<AnsweringPriority> of(Caller caller) {
        if (caller.kind() != CallerKind.SUBSCRIBER) {
            return Uni.createFrom().item(AnsweringPriority.UNKNOWN);
        }
        String callerRef = caller.number().map(fingerprints::callerRef).orElseThrow();
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(callerRef))
                .map(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    return found.hasNext()
                            ? at(found.next().getOffsetDateTime(0).toInstant())
                            : AnsweringPriority.NORMAL;
                })
                .ifNoItem()
                .after(config.lookUp())
                .fail()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("event=priority-not-looked-up cause=\"%s\"", failure);
                    return AnsweringPriority.UNKNOWN;
                })
                .invoke(answer -> Counter.builder("tanggap.priority.looked.up")
                        .description("Questions of the gateway how to answer a caller")
                        .tag("priority", answer.priority().name().toLowerCase(Locale.ROOT))
                        .tag("known", Boolean.toString(answer.known()))
                        .register(metrics)
                        .increment());
    }

    /** The caller is answered after others until then, or in turn from now on. */
    public Uni<Void> tell(Mutiny.Session session, String callerRef, Optional<Instant> lowerUntil) {
        var change = lowerUntil
                .map(until -> session.createNativeQuery(LOWER).setParameter("until", until.atOffset(ZoneOffset.UTC)))
                .orElseGet(
                        () -> session.createNativeQuery("delete from answering_priority where caller_ref = :caller"));
        return change.setParameter("caller", callerRef).executeUpdate().replaceWithVoid();
    }

    private AnsweringPriority at(Instant until) {
        return until.isAfter(now.get()) ? AnsweringPriority.lower(until) : AnsweringPriority.NORMAL;
    }
}
