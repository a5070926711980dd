package id.tanggap.triage.priority;

import id.tanggap.platform.outbox.Outbox;
import id.tanggap.platform.outbox.OutboxEvent;
import id.tanggap.triage.priority.policy.Restriction;
import id.tanggap.triage.priority.policy.RestrictionPolicy;
import id.tanggap.triage.priority.policy.State;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps decisions about callers, records who did what, and tells each change. The caller is locked by the session. */
@ApplicationScoped
class RestrictionStore {

    private static final String LOG =
            """
            insert into restriction_log (restriction_id, at, who, what, note)
            values (:id, :at, :who, :what, :note)
            """;

    private static final String NEXT_VERSION =
            """
            insert into restricted_caller (caller_ref, version) values (:caller, 1)
            on conflict (caller_ref) do update set version = restricted_caller.version + 1
            returning version
            """;

    private final Outbox outbox;

    RestrictionStore(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The caller's decisions that have or may have an effect: at most one in force and one that waits. */
    Uni<List<RestrictionRow>> live(Mutiny.Session session, String callerRef) {
        return session.createSelectionQuery(
                        "from RestrictionRow r where r.callerRef = :caller"
                                + " and r.state in (PROPOSED, AWAITING_SECOND, ACTIVE)",
                        RestrictionRow.class)
                .setParameter("caller", callerRef)
                .getResultList();
    }

    /** Since when the caller has been answered later without a pause of a day. */
    Uni<Optional<Instant>> chain(Mutiny.Session session, String callerRef, Instant now) {
        return session.createSelectionQuery(
                        "select r.chainStart from RestrictionRow r where r.callerRef = :caller and r.activeFrom is not null"
                                + " and (r.state = ACTIVE or r.endedAt > :recently) order by r.activeFrom desc",
                        Instant.class)
                .setParameter("caller", callerRef)
                .setParameter("recently", now.minus(RestrictionPolicy.PAUSE))
                .setMaxResults(1)
                .getResultList()
                .map(found -> found.stream().findFirst());
    }

    /** Whether anything was ever proposed or decided because of this call. */
    Uni<Boolean> isAbout(Mutiny.Session session, String callId) {
        return session.createSelectionQuery("select count(r) from RestrictionRow r where r.callId = :call", Long.class)
                .setParameter("call", callId)
                .getSingleResult()
                .map(count -> count > 0);
    }

    /** Makes the row be so, by whom and why, and tells. */
    Uni<RestrictionRow> change(
            Mutiny.Session session, RestrictionRow row, Restriction now, String who, String note, Instant at) {
        row.become(now, at);
        return session.persist(row)
                // The index lets one be in force and one wait: the old one must go before the new one comes.
                .chain(session::flush)
                .chain(() -> log(session, row, who, note, at))
                .chain(() -> tell(session, row, at))
                .replaceWith(row);
    }

    private static Uni<Void> log(Mutiny.Session session, RestrictionRow row, String who, String note, Instant at) {
        return session.createNativeQuery(LOG)
                .setParameter("id", row.id)
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .setParameter("who", who)
                .setParameter("what", row.state.name())
                .setParameter("note", note)
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> tell(Mutiny.Session session, RestrictionRow row, Instant at) {
        return session.createNativeQuery(NEXT_VERSION, Long.class)
                .setParameter("caller", row.callerRef)
                .getSingleResult()
                .chain(version -> live(session, row.callerRef)
                        .map(live -> live.stream()
                                .filter(one -> one.state == State.ACTIVE)
                                .map(one -> one.until)
                                .findFirst())
                        .chain(until -> outbox.append(
                                session,
                                new OutboxEvent(
                                        Restrictions.TOPIC,
                                        row.callerRef,
                                        Restrictions.TYPE,
                                        row.callerRef,
                                        version,
                                        at,
                                        CallerPriority.of(row, until, at)))));
    }

    Uni<Optional<RestrictionRow>> find(Mutiny.Session session, UUID id) {
        return session.find(RestrictionRow.class, id).map(Optional::ofNullable);
    }
}
