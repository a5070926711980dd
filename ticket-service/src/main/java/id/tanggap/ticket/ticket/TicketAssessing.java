package id.tanggap.ticket.ticket;

import id.tanggap.platform.time.Now;
import id.tanggap.ticket.assessment.Assessment;
import id.tanggap.ticket.history.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Brings a later assessment to the open tickets of its call. A closed ticket keeps the score with which it was closed. */
@ApplicationScoped
public class TicketAssessing {

    private static final Actor TRIAGE = Actor.service("triage-service");

    private final Tickets tickets;
    private final TicketPublisher publisher;
    private final Now now;

    TicketAssessing(Tickets tickets, TicketPublisher publisher, Now now) {
        this.tickets = tickets;
        this.publisher = publisher;
        this.now = now;
    }

    /** Updates and publishes each ticket to which this is news. */
    public Uni<Void> apply(Mutiny.Session session, Assessment assessment) {
        return tickets.lockOpenOf(session, assessment.callId()).chain(open -> apply(session, open, assessment));
    }

    private Uni<Void> apply(Mutiny.Session session, List<Ticket> open, Assessment assessment) {
        Instant at = now.get();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Ticket ticket : open) {
            if (ticket.assess(assessment)) {
                ticket.assessed();
                done = done.chain(() -> publisher.publish(session, ticket, Change.ASSESSED, TRIAGE, at));
            }
        }
        return done;
    }
}
