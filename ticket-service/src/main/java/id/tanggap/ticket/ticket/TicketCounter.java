package id.tanggap.ticket.ticket;

import id.tanggap.ticket.config.TicketConfig;
import id.tanggap.ticket.ticket.policy.TicketNumber;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny;

/** Gives ticket numbers: unique under any concurrency, because the day's row stays locked until the ticket is committed. */
@ApplicationScoped
class TicketCounter {

    private static final String NEXT =
            """
            insert into ticket_counter as c (day, last_number) values (:day, 1)
            on conflict (day) do update set last_number = c.last_number + 1
            returning last_number
            """;

    private final String prefix;

    TicketCounter(TicketConfig config) {
        this.prefix = config.numberPrefix();
    }

    Uni<TicketNumber> next(Mutiny.Session session, Instant receivedAt) {
        LocalDate day = TicketNumber.dayOf(receivedAt);
        return session.createNativeQuery(NEXT, Integer.class)
                .setParameter("day", day)
                .getSingleResult()
                .map(ordinal -> new TicketNumber(prefix, day, ordinal));
    }
}
