package id.tanggap.ticket.ticket;

import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.time.Now;
import id.tanggap.ticket.category.Precondition;
import id.tanggap.ticket.history.Actor;
import id.tanggap.ticket.priority.policy.PriorityPolicy;
import id.tanggap.ticket.priority.policy.Verification;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.hibernate.reactive.mutiny.Mutiny;

/** What the people of the command centre decide about a ticket. */
@ApplicationScoped
public class TicketDesk {

    private final Tickets tickets;
    private final TicketPublisher publisher;
    private final Now now;

    TicketDesk(Tickets tickets, TicketPublisher publisher, Now now) {
        this.tickets = tickets;
        this.publisher = publisher;
        this.now = now;
    }

    /** Sets the priority of an open ticket. */
    public Uni<Ticket> prioritise(
            Mutiny.Session session, UUID ticketId, Precondition seen, int level, Actor actor, String why) {
        return change(session, ticketId, seen, Change.PRIORITY, actor, why, (ticket, at) -> {
            requireOpen(ticket);
            PriorityPolicy.leastFor(actor.role() == Actor.Role.SUPERVISOR, ticket.lifeThreat())
                    .ifPresent(least -> {
                        if (level < least) {
                            throw Problem.invalid(
                                    "priority", "is at least %d where a life is at stake".formatted(least));
                        }
                    });
            ticket.prioritise(PriorityPolicy.set(level));
        });
    }

    /**
     * Keeps what was found on asking whether the report is true. A hoax lets all agencies off; that one was genuine after all
     * calls them again.
     */
    public Uni<Ticket> verify(
            Mutiny.Session session, UUID ticketId, Precondition seen, Verification found, Actor actor, String why) {
        return change(session, ticketId, seen, Change.VERIFIED, actor, why, (ticket, at) -> {
            boolean mended = found == Verification.GENUINE && ticket.verification == Verification.HOAX;
            if (!mended) {
                requireOpen(ticket);
            }
            if (found == Verification.HOAX && ticket.someoneIsThere()) {
                throw Problem.of(
                        ProblemType.CONFLICT, "An agency is at the place: it says itself what it finds there.");
            }
            ticket.verify(found, at);
        });
    }

    private Uni<Ticket> change(
            Mutiny.Session session,
            UUID ticketId,
            Precondition seen,
            Change what,
            Actor actor,
            String why,
            BiConsumer<Ticket, Instant> change) {
        Instant at = now.get();
        return tickets.lock(session, ticketId).chain(found -> {
            Ticket ticket = found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such ticket."));
            seen.check(Optional.of(ticket.version()));
            change.accept(ticket, at);
            return publisher.publish(session, ticket, what, actor, why, at).replaceWith(ticket);
        });
    }

    private static void requireOpen(Ticket ticket) {
        if (!ticket.isOpen()) {
            throw Problem.of(ProblemType.CONFLICT, "The ticket is closed.");
        }
    }
}
