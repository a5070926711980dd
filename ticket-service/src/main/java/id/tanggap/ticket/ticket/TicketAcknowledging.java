package id.tanggap.ticket.ticket;

import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.time.Now;
import id.tanggap.ticket.history.Actor;
import id.tanggap.ticket.history.Histories;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes tickets of the night out of the backlog when a person has seen them. No agency is told, for nothing of it is theirs; the
 * history is.
 */
@ApplicationScoped
public class TicketAcknowledging {

    private static final String ACKNOWLEDGED = "ACKNOWLEDGED";

    private final Tickets tickets;
    private final Histories histories;
    private final Now now;

    TicketAcknowledging(Tickets tickets, Histories histories, Now now) {
        this.tickets = tickets;
        this.histories = histories;
        this.now = now;
    }

    /** The ticket, seen by this person or by one before; a problem if it never was in the backlog. */
    public Uni<Ticket> acknowledge(Mutiny.Session session, UUID ticketId, Actor actor) {
        return tickets.lock(session, ticketId).chain(found -> {
            Ticket ticket = found.filter(one -> one.afterHours)
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such ticket in the backlog."));
            if (ticket.acknowledgedAt != null) {
                return Uni.createFrom().item(ticket);
            }
            Instant at = now.get();
            ticket.acknowledgedAt = at;
            ticket.acknowledgedBy = actor.name();
            return histories
                    .append(
                            session,
                            ticket.id,
                            ticket.version,
                            ACKNOWLEDGED,
                            TicketState.of(ticket),
                            actor,
                            Optional.empty(),
                            at)
                    .replaceWith(ticket);
        });
    }
}
