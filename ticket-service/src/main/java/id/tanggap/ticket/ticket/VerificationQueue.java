package id.tanggap.ticket.ticket;

import id.tanggap.platform.api.TimedCursor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The line of reports that are no emergency, that no agency has accepted yet, and that somebody may verify meanwhile. */
@ApplicationScoped
public class VerificationQueue {

    private static final String WAITING = "select id from ticket where verify_by is not null";
    private static final String AFTER = " and (verify_by, id) > (:place, :id)";
    private static final String ORDER = " order by verify_by, id";

    private final Tickets tickets;

    VerificationQueue(Tickets tickets) {
        this.tickets = tickets;
    }

    /**
     * At most so many, in order of their places.
     *
     * @param after where the part before ended
     */
    public Uni<List<Ticket>> list(Mutiny.Session session, Optional<TimedCursor> after, int limit) {
        var query = session.createNativeQuery(WAITING + (after.isPresent() ? AFTER : "") + ORDER, UUID.class);
        after.ifPresent(last -> query.setParameter("place", last.at().atOffset(ZoneOffset.UTC))
                .setParameter("id", UUID.fromString(last.id())));
        return query.setMaxResults(limit).getResultList().chain(ids -> tickets.inOrder(session, ids));
    }

    /** Where a list goes on after this ticket. */
    public static TimedCursor cursor(Ticket last) {
        return new TimedCursor(last.verifyBy, last.id.toString());
    }
}
