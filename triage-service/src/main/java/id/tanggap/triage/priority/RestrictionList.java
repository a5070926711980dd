package id.tanggap.triage.priority;

import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.time.Now;
import id.tanggap.triage.priority.policy.State;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds decisions to be shown, and callers of whom to decide. */
@ApplicationScoped
public class RestrictionList {

    private static final String AFTER = " and (r.createdAt > :created or r.createdAt = :created and r.id > :id)";

    private static final String CALLER =
            """
            select caller_ref from call_evidence
             where (call_id = :call or cast(:call as text) is null) and caller = 'SUBSCRIBER' and caller_ref is not null
               and (caller_ref = :caller or cast(:caller as text) is null)
             limit 1
            """;

    private static final String LOG =
            "select at, who, what, note from restriction_log where restriction_id = :id order by ordinal";

    private static final String DUE =
            """
            select id from restriction
             where state in ('ACTIVE', 'PROPOSED', 'AWAITING_SECOND') and until <= :now order by until
            """;

    private final Now now;

    RestrictionList(Now now) {
        this.now = now;
    }

    /** The last one of the part before. */
    public record After(Instant createdAt, UUID id) {}

    /** A decision with everything that was done about it, the first first. */
    public record Detail(RestrictionState restriction, List<Done> history) {}

    /** Who made it what it became. */
    public record Done(Instant at, String who, State what, Optional<String> note) {}

    /** Decisions, the oldest first: so long has somebody waited. */
    public Uni<List<RestrictionState>> list(
            Mutiny.Session session, Optional<State> state, Optional<After> after, int limit) {
        var query = session.createSelectionQuery(
                "from RestrictionRow r where true = true"
                        + (state.isPresent() ? " and r.state = :state" : "")
                        + (after.isPresent() ? AFTER : "")
                        + " order by r.createdAt, r.id",
                RestrictionRow.class);
        state.ifPresent(wanted -> query.setParameter("state", wanted));
        after.ifPresent(last -> query.setParameter("created", last.createdAt()).setParameter("id", last.id()));
        return query.setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(RestrictionState::of).toList());
    }

    public Uni<Optional<Detail>> find(Mutiny.Session session, UUID id) {
        return session.find(RestrictionRow.class, id)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : session.createNativeQuery(LOG, Object[].class)
                                .setParameter("id", id)
                                .getResultList()
                                .map(log -> Optional.of(new Detail(
                                        RestrictionState.of(row),
                                        log.stream().map(RestrictionList::done).toList()))));
    }

    /** Decisions whose time is over. */
    Uni<List<UUID>> due(Mutiny.Session session, int limit) {
        return session.createNativeQuery(DUE, UUID.class)
                .setParameter("now", now.get().atOffset(ZoneOffset.UTC))
                .setMaxResults(limit)
                .getResultList();
    }

    /** The caller of this call, or with this reference; a conflict for one without a number of its own. */
    Uni<String> callerOf(Mutiny.Session session, Optional<String> callId, Optional<String> callerRef) {
        return session.createNativeQuery(CALLER, String.class)
                .setParameter("call", callId.orElse(null))
                .setParameter("caller", callerRef.orElse(null))
                .getResultList()
                .map(found -> found.stream()
                        .findFirst()
                        .orElseThrow(() -> Problem.of(
                                ProblemType.CONFLICT,
                                "No call of a caller with a number of its own is known by that: others are never answered"
                                        + " later.")));
    }

    private static Done done(Object[] row) {
        return new Done(
                row[0] instanceof OffsetDateTime time ? time.toInstant() : (Instant) row[0],
                (String) row[1],
                State.valueOf((String) row[2]),
                Optional.ofNullable((String) row[3]));
    }
}
