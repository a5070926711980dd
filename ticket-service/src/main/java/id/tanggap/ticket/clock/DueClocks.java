package id.tanggap.ticket.clock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which tickets have clocks to be looked at, and what was told of them. */
@ApplicationScoped
class DueClocks {

    /** Locks are taken on the way to the limit: what another replica holds is passed over, and does not count. */
    private static final String CLAIM =
            """
            select t.id from assignment a join ticket t on t.id = a.ticket_id
             where a.check_at <= :now
             order by a.check_at
             limit :most
               for update of t skip locked
            """;

    private static final String PUT_OFF =
            "update assignment set check_at = :until where ticket_id = :ticket and check_at <= :now";
    private static final String KEEP =
            """
            insert into escalation
                (id, ticket_id, assignment_id, agency, clock_from, step, due_at, escalated_at, duty_officer)
            select id, ticket_id, assignment_id, agency, clock_from, step, due_at, :at, duty_officer
              from json_to_recordset(cast(cast(:told as text) as json))
                   as (id uuid, ticket_id uuid, assignment_id uuid, agency text, clock_from timestamptz, step text,
                       due_at timestamptz, duty_officer boolean)
            on conflict do nothing
            returning id
            """;

    /** At most so many tickets, the longest waiting first, for changing. */
    Uni<List<UUID>> claim(Mutiny.Session session, Instant now, int most) {
        return session.createNativeQuery(CLAIM, UUID.class)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .setParameter("most", most)
                .getResultList()
                // Once for each of its clocks that is due.
                .map(ids -> List.copyOf(new LinkedHashSet<>(ids)));
    }

    Uni<Void> putOff(Mutiny.Session session, UUID ticket, Instant now, Instant until) {
        return session.createNativeQuery(PUT_OFF)
                .setParameter("until", until.atOffset(ZoneOffset.UTC))
                .setParameter("ticket", ticket)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Those of them that were not told before: a split brings back parts, and with them clocks that ran already. */
    Uni<List<EscalationEvent>> keep(Mutiny.Session session, List<EscalationEvent> told, Instant at) {
        return session.createNativeQuery(KEEP, UUID.class)
                .setParameter("told", Rows.of(told, DueClocks::write))
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .getResultList()
                .map(Set::copyOf)
                .map(kept -> told.stream()
                        .filter(event -> kept.contains(event.escalationId()))
                        .toList());
    }

    private static void write(EscalationEvent event, ObjectNode row) {
        row.put("id", event.escalationId().toString())
                .put("ticket_id", event.ticketId().toString())
                .put("assignment_id", event.assignmentId().toString())
                .put("agency", event.agency())
                .put("clock_from", event.clockFrom().toString())
                .put("step", event.step().name())
                .put("due_at", event.dueAt().toString())
                .put("duty_officer", event.dutyOfficer());
    }
}
