package id.tanggap.triage.assessment;

import id.tanggap.triage.policy.Milestone;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Notes which calls are to be thought about again, and when. A note is written in the transaction of what gave cause for it
 * and taken in a transaction of its own, so that no transaction ever waits for a second call's lock with a first one's in hand.
 */
@ApplicationScoped
class Reassessments {

    private static final String OF_OTHERS =
            """
            insert into reassessment (call_id, cause, due_at, evidence_at, after_ms)
            select call_id, :cause, :now, :at, 0 from call_evidence where call_id in (:calls)
            """;

    private static final String OF_TIME =
            """
            insert into reassessment (call_id, cause, due_at, evidence_at, after_ms)
            select :call, 'TIME', due.at, due.at, due.ms
              from (select ms, cast(:answered as timestamptz) + ms * interval '1 ms' as at
                      from (values %s) as milestone (ms)) as due
            """
                    .formatted(Arrays.stream(Milestone.values())
                            .map(each -> "(" + each.at().toMillis() + ")")
                            .collect(Collectors.joining(",")));

    /** Nearly all: sound has told it, or the call is over. They go together and not each in a transaction under its call's lock. */
    private static final String SETTLED =
            """
            delete from reassessment r using call_evidence c
             where c.call_id = r.call_id and r.cause = 'TIME' and r.due_at <= :now
               and (c.weighed_ms >= r.after_ms or c.status in ('ENDED', 'ABANDONED'))
            """;

    /** Sound that comes, however late, tells a call by itself: the clock waits until it has stopped. */
    private static final String AWAITS_SOUND =
            """
            update reassessment r set due_at = c.heard_at + :stopped * interval '1 ms' from call_evidence c
             where c.call_id = r.call_id and r.cause = 'TIME' and r.due_at <= :now
               and c.heard_at + :stopped * interval '1 ms' > :now
            """;

    private static final String DUE =
            """
            select call_id from reassessment where due_at <= :now group by call_id order by min(due_at) limit :most
            """;

    private static final String TAKE =
            """
            delete from reassessment where call_id = :call and due_at <= :now returning cause, evidence_at, after_ms
            """;

    private static final String PUT_OFF =
            "update reassessment set due_at = :until where call_id = :call and due_at <= :now";

    private final AtomicBoolean added = new AtomicBoolean();

    /** @param after how long after the answer, zero if that is not what it is about */
    record Due(Trigger cause, Instant evidenceAt, Duration after) {}

    /** Others have changed something about these calls. */
    Uni<Void> add(Mutiny.Session session, List<String> calls, Trigger cause, Instant evidenceAt) {
        if (calls.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        added.set(true);
        return session.createNativeQuery(OF_OTHERS)
                .setParameter("cause", cause.name())
                .setParameter("now", utc(Instant.now()))
                .setParameter("at", utc(evidenceAt))
                .setParameter("calls", calls)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The call was answered: each milestone is due, should its sound not tell of it. */
    Uni<Void> addMilestones(Mutiny.Session session, String callId, Instant answeredAt) {
        return session.createNativeQuery(OF_TIME)
                .setParameter("call", callId)
                .setParameter("answered", utc(answeredAt))
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * Forgets the milestones of calls that have no need of the clock, and lets those wait whose sound is still coming.
     *
     * @param stopped for how long nothing is heard until it is not
     */
    Uni<Void> leaveToSound(Mutiny.Session session, Instant now, Duration stopped) {
        return session.createNativeQuery(SETTLED)
                .setParameter("now", utc(now))
                .executeUpdate()
                .chain(() -> session.createNativeQuery(AWAITS_SOUND)
                        .setParameter("now", utc(now))
                        .setParameter("stopped", stopped.toMillis())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Calls of which something is due, the longest waiting first. */
    Uni<List<String>> due(Mutiny.Session session, Instant now, int most) {
        return session.createNativeQuery(DUE, String.class)
                .setParameter("now", utc(now))
                .setParameter("most", most)
                .getResultList();
    }

    /** Takes what is due of a call: who takes it does it, and nobody else will. */
    Uni<List<Due>> take(Mutiny.Session session, String callId, Instant now) {
        return session.createNativeQuery(TAKE, Object[].class)
                .setParameter("call", callId)
                .setParameter("now", utc(now))
                .getResultList()
                .map(rows -> rows.stream().map(Reassessments::due).toList());
    }

    /** Lets what is due of a call wait until then. */
    Uni<Void> putOff(Mutiny.Session session, String callId, Instant now, Instant until) {
        return session.createNativeQuery(PUT_OFF)
                .setParameter("until", utc(until))
                .setParameter("call", callId)
                .setParameter("now", utc(now))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Whether anything was noted here that is due at once, since the last time this was asked. */
    boolean anyAdded() {
        return added.getAndSet(false);
    }

    private static Due due(Object[] row) {
        return new Due(
                Trigger.valueOf((String) row[0]),
                row[1] instanceof OffsetDateTime time ? time.toInstant() : (Instant) row[1],
                Duration.ofMillis(((Number) row[2]).longValue()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
