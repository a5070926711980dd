package id.tanggap.ticket.ticket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Writes tickets' clocks, however many, with one statement that names nothing else: Hibernate would send one for each ticket and
 * one for each part with all their columns, from which PostgreSQL cannot tell that neither has anything new to be searched by.
 */
@ApplicationScoped
class ClockWriting {

    private static final String WRITE =
            """
            with clock as (
                select *
                  from json_to_recordset(cast(cast(:clocks as text) as json))
                       as (id uuid, ticket_id uuid, version bigint, clock_from timestamptz, missed_step text,
                           missed_at timestamptz, due_step text, due_at timestamptz, check_at timestamptz)),
            counted as (
                update ticket t set version = c.version
                  from (select distinct ticket_id, version from clock) c where t.id = c.ticket_id)
            update assignment a
               set clock_from = c.clock_from, missed_step = c.missed_step, missed_at = c.missed_at, due_step = c.due_step,
                   due_at = c.due_at, check_at = c.check_at
              from clock c
             where a.id = c.id
               and (a.clock_from, a.missed_step, a.missed_at, a.due_step, a.due_at, a.check_at)
                   is distinct from (c.clock_from, c.missed_step, c.missed_at, c.due_step, c.due_at, c.check_at)
            """;

    private record Clock(Ticket ticket, Assignment part) {}

    /** Writes the versions and clocks of these locked tickets, of which nothing else has changed, or will in this session. */
    Uni<Void> write(Mutiny.Session session, List<Ticket> tickets) {
        if (tickets.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Clock> clocks = tickets.stream()
                .flatMap(ticket -> ticket.assignments.stream().map(part -> new Clock(ticket, part)))
                .toList();
        clocks.forEach(clock -> {
            // Or it would write them once more.
            session.detach(clock.part());
            session.detach(clock.ticket());
        });
        return session.createNativeQuery(WRITE)
                .setParameter("clocks", Rows.of(clocks, ClockWriting::write))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static void write(Clock clock, ObjectNode row) {
        AssignmentClock kept = clock.part().clock();
        row.put("id", clock.part().id.toString())
                .put("ticket_id", clock.ticket().id.toString())
                .put("version", clock.ticket().version)
                .put("clock_from", text(kept.from()))
                .put("missed_step", text(kept.missedStep()))
                .put("missed_at", text(kept.missedAt()))
                .put("due_step", text(kept.dueStep()))
                .put("due_at", text(kept.dueAt()))
                .put("check_at", text(kept.checkAt()));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
