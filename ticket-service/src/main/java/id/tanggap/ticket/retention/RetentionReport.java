package id.tanggap.ticket.retention;

import id.tanggap.ticket.config.RetentionConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows how long what is kept, and what was removed. */
@ApplicationScoped
public class RetentionReport {

    private static final int LAST = 90;

    private final Expired expired;
    private final Removals removals;
    private final RetentionConfig config;

    RetentionReport(Expired expired, Removals removals, RetentionConfig config) {
        this.expired = expired;
        this.removals = removals;
        this.config = config;
    }

    /**
     * What is kept of one class.
     *
     * @param kept for how long, from its closing
     * @param oldest when the oldest that there is was closed
     */
    public record Kept(RetentionClass kind, Duration kept, Optional<Instant> oldest) {}

    /** So many of a class, removed on one day (Asia/Jakarta). */
    public record Removed(LocalDate day, RetentionClass kind, long removed) {}

    /** All classes, and what the last days removed, the newest first. */
    public record View(List<Kept> classes, List<Removed> removed) {}

    public Uni<View> now(Mutiny.Session session) {
        return kept(session, RetentionClass.CONTACT, config.contacts())
                .chain(contacts -> kept(session, RetentionClass.TICKET, config.tickets())
                        .chain(tickets -> kept(session, RetentionClass.CALL_BACK, config.callBacks())
                                .chain(callBacks -> removals.last(session, LAST)
                                        .map(removed -> new View(List.of(contacts, tickets, callBacks), removed)))));
    }

    private Uni<Kept> kept(Mutiny.Session session, RetentionClass kind, Duration age) {
        return expired.oldest(session, kind).map(oldest -> new Kept(kind, age, oldest));
    }
}
