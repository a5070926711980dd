package id.tanggap.notification.ladder;

import id.tanggap.notification.ladder.policy.Rung;
import id.tanggap.notification.ladder.policy.Stop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Ladders in the database, one transaction at a time on each. */
@ApplicationScoped
class LadderStore {

    // One ladder for one clock, however often it is told: twice that time missed is the same one.
    private static final String BEGIN =
            """
            insert into ladder (ladder_id, ticket_id, number, agency, assignment_id, clock_from, priority, began_at, next_at)
            values (:id, :ticketId, :number, :agency, :assignment, :clockFrom, :priority, :at, :at)
            on conflict do nothing
            """;

    // Holds back the agency's news until the commit, as each of them holds back the next: one that is just being stored
    // is
    // seen before a rung is climbed, and one that comes later sees the ladder.
    private static final String WAIT_FOR_NEWS =
            "select count(*) from (select 1 from feed_counter c where c.agency = :agency for update) held";

    private static final String LATEST =
            """
            select f.position, f.ticket_sequence, f.sealed_view
              from feed_event f
             where f.agency = :agency and f.ticket_id = :ticketId
             order by f.position desc
             limit 1
            """;

    // A rung whose messages have all failed need not be waited for.
    private static final String DUE =
            """
            select l.* from ladder l
             where l.next_at is not null
               and (l.next_at <= :now
                    or l.climbed > 0
                       and exists (select 1 from delivery d
                                    where d.ladder_id = l.ladder_id and d.rung = :rungs[l.climbed])
                       and not exists (select 1 from delivery d
                                        where d.ladder_id = l.ladder_id and d.rung = :rungs[l.climbed]
                                          and d.status <> 'DEAD' and d.receipt is distinct from 'FAILED'))
             order by l.priority desc, l.next_at
             limit 1
               for update of l skip locked
            """;

    private static final String OPEN =
            """
            select l.* from ladder l
             where l.agency = :agency and l.ticket_id = :ticketId and l.stopped_at is null
             order by l.ladder_id
               for update
            """;

    private static final String DONE =
            """
            insert into ladder_rung (ladder_id, rung, done_at, told, reason) values (:id, :rung, :at, :told, :reason)
            """;

    private static final String ADVANCE =
            "update ladder set climbed = :climbed, next_at = :nextAt where ladder_id = :id";

    private static final String STOP =
            "update ladder set stopped_at = :at, stopped_by = :by, next_at = null where ladder_id = :id";

    /** The newest that an agency was told of a ticket. */
    record Latest(long position, long ticketSequence, String sealedView) {

        @Override
        public String toString() {
            return "Latest[position=" + position + "]";
        }
    }

    /** Keeps a new ladder; false if there is one already. */
    Uni<Boolean> begin(Mutiny.Session session, MissedStep missed) {
        return session.createNativeQuery(BEGIN)
                .setParameter("id", missed.id())
                .setParameter("ticketId", missed.ticketId())
                .setParameter("number", missed.number())
                .setParameter("agency", missed.agency())
                .setParameter("assignment", missed.assignmentId())
                .setParameter("clockFrom", missed.clockFrom())
                .setParameter("priority", missed.priority())
                .setParameter("at", missed.at())
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    /** Waits for the agency's news that is being stored, and holds back what comes after. */
    Uni<Void> waitForNews(Mutiny.Session session, String agency) {
        return session.createNativeQuery(WAIT_FOR_NEWS, Long.class)
                .setParameter("agency", agency)
                .getSingleResult()
                .replaceWithVoid();
    }

    Uni<Optional<Latest>> latest(Mutiny.Session session, String agency, String ticketId) {
        return session.createNativeQuery(LATEST, Object[].class)
                .setParameter("agency", agency)
                .setParameter("ticketId", ticketId)
                .getResultList()
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Latest(
                                ((Number) row[0]).longValue(), ((Number) row[1]).longValue(), (String) row[2])));
    }

    /** A ladder whose next rung's time has come, and which nobody else has in hand. */
    Uni<Optional<Ladder>> due(Mutiny.Session session, Instant now) {
        String rungs = Stream.of(Rung.values()).map(Rung::name).collect(Collectors.joining("','", "(array['", "'])"));
        return session.createNativeQuery(DUE.replace(":rungs", rungs), Ladder.class)
                .setParameter("now", now)
                .getResultList()
                .map(found -> found.stream().findFirst());
    }

    /** The agency's ladders of this ticket that nothing has stopped. */
    Uni<List<Ladder>> open(Mutiny.Session session, String agency, String ticketId) {
        return session.createNativeQuery(OPEN, Ladder.class)
                .setParameter("agency", agency)
                .setParameter("ticketId", ticketId)
                .getResultList();
    }

    Uni<Void> done(Mutiny.Session session, UUID ladderId, Rung rung, Instant at, int told, Optional<String> reason) {
        return session.createNativeQuery(DONE)
                .setParameter("id", ladderId)
                .setParameter("rung", rung.name())
                .setParameter("at", at)
                .setParameter("told", told)
                .setParameter("reason", reason.orElse(null))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** @param nextAt none at the top */
    Uni<Void> advance(Mutiny.Session session, UUID ladderId, int climbed, Optional<Instant> nextAt) {
        return session.createNativeQuery(ADVANCE)
                .setParameter("id", ladderId)
                .setParameter("climbed", climbed)
                .setParameter("nextAt", nextAt.orElse(null))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> stop(Mutiny.Session session, UUID ladderId, Stop by, Instant at) {
        return session.createNativeQuery(STOP)
                .setParameter("id", ladderId)
                .setParameter("at", at)
                .setParameter("by", by.name())
                .executeUpdate()
                .replaceWithVoid();
    }
}
