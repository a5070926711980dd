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

/** Shows how long what is kept, what was removed, and what could not be. */
@ApplicationScoped
public class RetentionReport {

    private static final int LAST = 90;

    private final Expired expired;
    private final Removals removals;
    private final PutOff putOff;
    private final RetentionConfig config;

    RetentionReport(Expired expired, Removals removals, PutOff putOff, RetentionConfig config) {
        this.expired = expired;
        this.removals = removals;
        this.putOff = putOff;
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

    /**
     * What should be gone and could not be removed.
     *
     * @param why the kind of failure, not its words
     * @param next when one of them is tried again at the earliest
     */
    public record Waiting(RetentionClass kind, String why, long count, Instant next) {}

    /** All classes, what the last days removed, the newest first, and what could not be removed, the most first. */
    public record View(List<Kept> classes, List<Removed> removed, List<Waiting> putOff) {}

    public Uni<View> now(Mutiny.Session session) {
        return kept(session, RetentionClass.CONTACT, config.contacts()).chain(contacts -> kept(
                        session, RetentionClass.TICKET, config.tickets())
                .chain(tickets -> kept(session, RetentionClass.CALL_BACK, config.callBacks())
                        .chain(callBacks -> removals.last(session, LAST).chain(removed -> putOff.all(session)
                                .map(waiting -> new View(List.of(contacts, tickets, callBacks), removed, waiting))))));
    }

    private Uni<Kept> kept(Mutiny.Session session, RetentionClass kind, Duration age) {
        return expired.oldest(session, kind).map(oldest -> new Kept(kind, age, oldest));
    }
}
