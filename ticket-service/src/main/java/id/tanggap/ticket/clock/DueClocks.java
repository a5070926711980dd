package id.tanggap.ticket.clock;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
            select cast(id as uuid), cast(ticket as uuid), cast(assignment as uuid), agency, cast(clock_from as timestamptz),
                   step, cast(due_at as timestamptz), :at, cast(duty_officer as boolean)
              from unnest(cast(:ids as text[]), cast(:tickets as text[]), cast(:assignments as text[]),
                          cast(:agencies as text[]), cast(:froms as text[]), cast(:steps as text[]),
                          cast(:dues as text[]), cast(:officers as text[]))
                   as e (id, ticket, assignment, agency, clock_from, step, due_at, duty_officer)
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
                .setParameter("ids", texts(told, e -> e.escalationId().toString()))
                .setParameter("tickets", texts(told, e -> e.ticketId().toString()))
                .setParameter("assignments", texts(told, e -> e.assignmentId().toString()))
                .setParameter("agencies", texts(told, EscalationEvent::agency))
                .setParameter("froms", texts(told, e -> e.clockFrom().toString()))
                .setParameter("steps", texts(told, e -> e.step().name()))
                .setParameter("dues", texts(told, e -> e.dueAt().toString()))
                .setParameter("officers", texts(told, e -> Boolean.toString(e.dutyOfficer())))
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .getResultList()
                .map(Set::copyOf)
                .map(kept -> told.stream()
                        .filter(event -> kept.contains(event.escalationId()))
                        .toList());
    }

    private static String[] texts(List<EscalationEvent> told, Function<EscalationEvent, String> part) {
        return told.stream().map(part).toArray(String[]::new);
    }
}
