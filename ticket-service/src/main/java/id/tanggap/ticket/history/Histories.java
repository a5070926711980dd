package id.tanggap.ticket.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes down what happens to tickets, and reads it. */
@ApplicationScoped
public class Histories {

    private static final int SALT_BYTES = 16;

    private final ObjectMapper json;
    private final SecureRandom random = new SecureRandom();

    Histories(ObjectMapper json) {
        this.json = json;
    }

    /** What is kept of a change besides who made it: the ticket after it, and why in the actor's words. */
    private record Details(Object state, Optional<String> why) {}

    /**
     * Adds a change of a ticket to the end of the chain. Last thing in a transaction: from here to the commit all others wait
     * for their place.
     *
     * @param state the ticket after the change, to be written as JSON, without personal data of the reporter
     */
    public Uni<Void> append(
            Mutiny.Session session,
            UUID ticketId,
            long version,
            String change,
            Object state,
            Actor actor,
            Optional<String> why,
            Instant at) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        String details = write(new Details(state, why));
        return session.flush()
                .chain(() -> session.find(HistoryHead.class, true, LockModeType.PESSIMISTIC_WRITE))
                .chain(head -> {
                    Chain.Link link = new Chain.Link(
                            head.position + 1,
                            ticketId,
                            version,
                            // As exact as the database keeps it.
                            at.truncatedTo(ChronoUnit.MICROS),
                            change,
                            actor,
                            Chain.digest(salt, details));
                    HistoryRecord record = new HistoryRecord(link, details, salt, head.hash);
                    head.position = record.position;
                    head.hash = record.hash;
                    return session.persist(record);
                });
    }

    /** All records of a ticket, the oldest first. */
    public Uni<List<HistoryRecord>> of(Mutiny.Session session, UUID ticketId) {
        return session.createQuery(
                        "from HistoryRecord r where r.ticketId = :ticket order by r.position", HistoryRecord.class)
                .setParameter("ticket", ticketId)
                .getResultList();
    }

    /** Erases what was said of a ticket that is kept no more, and counts it; that it was said stays in the chain. */
    public Uni<Integer> erase(Mutiny.Session session, UUID ticketId) {
        return session.createNativeQuery("delete from ticket_history_details d using ticket_history h"
                        + " where h.position = d.position and h.ticket_id = :ticket")
                .setParameter("ticket", ticketId)
                .executeUpdate();
    }

    /** Records after this place, the oldest first. */
    Uni<List<HistoryRecord>> after(Mutiny.Session session, long position, int limit) {
        return session.createQuery(
                        "from HistoryRecord r where r.position > :position order by r.position", HistoryRecord.class)
                .setParameter("position", position)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The end of the chain as it is now. */
    Uni<HistoryHead> head(Mutiny.Session session) {
        return session.find(HistoryHead.class, true);
    }

    private String write(Details details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a ticket's state cannot be written as JSON", e);
        }
    }
}
