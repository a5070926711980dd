package id.tanggap.intake.opening;

import id.tanggap.intake.config.RetentionConfig;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Keeps who opened which call, for whoever has to answer for it (UU PDP 27/2022, art. 31). */
@ApplicationScoped
public class Openings {

    private static final Logger LOG = Logger.getLogger(Openings.class);
    private static final Duration RETRY = Duration.ofSeconds(5);

    /** A minute's looks of one person at the same are one record: the row that is there stays, whoever else is writing it. */
    private static final String RECORD =
            """
            insert into call_opening (call_id, subject, name, shown, minute, kept_until)
            values (:call, :subject, :name, :shown, date_trunc('minute', now(), 'UTC'), now() + make_interval(secs => :kept))
            on conflict (call_id, minute, subject, shown) do nothing
            """;

    private static final String OF_CALL =
            """
            from Opening o where o.callId = :call
             and (o.openedAt < :at or o.openedAt = :at and o.position < :position)
             order by o.openedAt desc, o.position desc
            """;

    private final RetentionConfig config;

    Openings(RetentionConfig config) {
        this.config = config;
    }

    /**
     * Records a look in the transaction that must commit before anything is shown; a look that shows nothing is none. An unavailable
     * problem if it cannot be recorded, for whatever reason.
     */
    public Uni<Void> record(Mutiny.Session session, String callId, Viewer viewer, Set<Shown> shown) {
        if (shown.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(RECORD)
                .setParameter("call", callId)
                .setParameter("subject", viewer.subject())
                .setParameter("name", viewer.name())
                .setParameter(
                        "shown", new TreeSet<>(shown).stream().map(Shown::name).collect(Collectors.joining(",")))
                .setParameter("kept", (double) config.openings().toSeconds())
                .executeUpdate()
                .replaceWithVoid()
                .onFailure()
                .transform(failure -> unrecorded(callId, failure));
    }

    private static Problem unrecorded(String callId, Throwable failure) {
        LOG.errorf(failure, "event=opening-not-recorded call=%s", callId);
        return Problem.of(
                        ProblemType.UNAVAILABLE,
                        "Who opens a call is recorded first, and that is not possible at the moment; send the same request again.",
                        failure)
                .retryAfter(RETRY);
    }

    /** A place in the list. */
    public record Before(Instant openedAt, long position) {}

    /** Who opened the call, the last first, so many at most. */
    public Uni<List<OpeningView>> of(Mutiny.Session session, String callId, Optional<Before> before, int limit) {
        Before from = before.orElse(new Before(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE));
        return session.createQuery(OF_CALL, Opening.class)
                .setParameter("call", callId)
                .setParameter("at", from.openedAt())
                .setParameter("position", from.position())
                .setMaxResults(limit)
                .getResultList()
                .map(found -> found.stream().map(Openings::view).toList());
    }

    private static OpeningView view(Opening o) {
        return new OpeningView(
                o.position,
                o.subject,
                o.name,
                o.openedAt,
                Arrays.stream(o.shown.split(",")).map(Shown::valueOf).toList());
    }
}
