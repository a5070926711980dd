package id.tanggap.ticket.ticket;

import id.tanggap.platform.outbox.Outbox;
import id.tanggap.platform.time.Now;
import id.tanggap.ticket.history.Actor;
import id.tanggap.ticket.history.Histories;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Removes what a ticket is not kept for any longer: from the database, and from the compacted topics of its agencies, where a
 * newer state, or a tombstone, makes the broker forget the older ones. The history says what was removed.
 */
@ApplicationScoped
public class TicketRemoval {

    private static final Actor RETENTION = Actor.service("ticket-service");
    private static final String REMOVED = "REMOVED";

    private final Tickets tickets;
    private final TicketPublisher publisher;
    private final Histories histories;
    private final Outbox outbox;
    private final Now now;

    TicketRemoval(Tickets tickets, TicketPublisher publisher, Histories histories, Outbox outbox, Now now) {
        this.tickets = tickets;
        this.publisher = publisher;
        this.histories = histories;
        this.outbox = outbox;
        this.now = now;
    }

    /**
     * What was removed with a ticket.
     *
     * @param historyDetails how many changes of it are known by their digest only from now on
     * @param agencies on whose topics it was removed, too
     */
    private record Removed(String number, int commands, int historyDetails, List<String> agencies) {}

    /** Forgets who reported a closed ticket; false if that was done before. */
    public Uni<Boolean> removeContact(Mutiny.Session session, UUID ticketId) {
        return tickets.lock(session, ticketId).chain(found -> {
            Optional<Ticket> ticket = found.filter(t -> !t.isOpen() && t.forgetReporter());
            return ticket.isEmpty()
                    ? Uni.createFrom().item(false)
                    : publisher
                            .publish(session, ticket.get(), Change.CONTACT_REMOVED, RETENTION, now.get())
                            .chain(() -> tellParent(session, ticket.get()))
                            .replaceWith(true);
        });
    }

    /** What stands for a merged ticket shows its reporter, too. */
    private Uni<Void> tellParent(Mutiny.Session session, Ticket ticket) {
        return ticket.isReplaced()
                ? session.flush()
                        .chain(() -> tickets.lockStanding(session, ticket.id))
                        .chain(parent -> parent.map(standing -> {
                                    standing.retold();
                                    return publisher.publish(
                                            session, standing, Change.CONTACT_REMOVED, RETENTION, now.get());
                                })
                                .orElseGet(() -> Uni.createFrom().voidItem()))
                : Uni.createFrom().voidItem();
    }

    /** Forgets a closed ticket; false if that was done before. */
    public Uni<Boolean> remove(Mutiny.Session session, UUID ticketId) {
        return tickets.lock(session, ticketId).chain(found -> {
            Optional<Ticket> ticket = found.filter(t -> !t.isOpen());
            return ticket.isEmpty()
                    ? Uni.createFrom().item(false)
                    : remove(session, ticket.get(), now.get()).replaceWith(true);
        });
    }

    private Uni<Void> remove(Mutiny.Session session, Ticket ticket, Instant at) {
        UUID id = ticket.id;
        String number = ticket.number;
        long version = ticket.version + 1;
        List<String> agencies =
                ticket.assignments().stream().map(Assignment::agency).toList();
        Uni<Void> told = Uni.createFrom().voidItem();
        for (String agency : agencies) {
            told = told.chain(() -> outbox.append(session, TicketPublisher.tombstone(agency, id, version, at)));
        }
        return told.chain(() -> delete(session, "applied_command", id))
                .chain(commands -> delete(session, "assignment", id)
                        .chain(() -> session.createNativeQuery("delete from ticket where id = :id")
                                .setParameter("id", id)
                                .executeUpdate())
                        // What was read is gone, and must not be written again.
                        .invoke(() -> session.clear())
                        .chain(() -> histories.erase(session, id))
                        .chain(details -> histories.append(
                                session,
                                id,
                                version,
                                REMOVED,
                                new Removed(number, commands, details, agencies),
                                RETENTION,
                                Optional.empty(),
                                at)));
    }

    private static Uni<Integer> delete(Mutiny.Session session, String table, UUID ticketId) {
        return session.createNativeQuery("delete from " + table + " where ticket_id = :ticket")
                .setParameter("ticket", ticketId)
                .executeUpdate();
    }
}
