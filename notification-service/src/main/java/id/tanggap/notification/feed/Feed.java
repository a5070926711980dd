package id.tanggap.notification.feed;

import id.tanggap.notification.feed.policy.Tail;
import id.tanggap.platform.seal.Seal;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What each agency was told, numbered from 1. Within an agency a position becomes visible only after every lower one: a
 * reader that goes on "after n" misses nothing, whatever commits late.
 */
@ApplicationScoped
public class Feed {

    // Holds the agency's row until the commit: the next writer waits, so commits follow positions.
    private static final String NEXT_POSITION =
            """
            insert into feed_counter (agency, last_position) values (:agency, 1)
            on conflict (agency) do update set last_position = feed_counter.last_position + 1
            returning last_position
            """;

    private static final String BOUNDS =
            """
            select coalesce((select min(e.position) from feed_event e where e.agency = :agency),
                            coalesce(max(c.last_position), 0) + 1) as oldest,
                   coalesce(max(c.last_position), 0) as latest
              from feed_counter c where c.agency = :agency
            """;

    private final Transactions transactions;
    private final Seal seal;

    Feed(Transactions transactions, Seal seal) {
        this.transactions = transactions;
        this.seal = seal;
    }

    /** Adds this to the agency's feed in the session's transaction; the item is its position. */
    public Uni<Long> append(Mutiny.Session session, TicketNews news) {
        return session.createNativeQuery(NEXT_POSITION, Long.class)
                .setParameter("agency", news.agency())
                .getSingleResult()
                .call(position -> session.persist(new FeedEvent(
                        new FeedEvent.Id(news.agency(), position), news, seal.seal(news.view()), Instant.now())));
    }

    /**
     * The positions that a feed still has.
     *
     * @param oldest {@code latest + 1} if it has none
     * @param latest 0 if there never was any
     */
    public record Bounds(long oldest, long latest) {}

    /** How far this agency's feed reaches. */
    public Uni<Bounds> bounds(String agency) {
        return transactions.read(session -> session.createNativeQuery(BOUNDS, Object[].class)
                .setParameter("agency", agency)
                .getSingleResult()
                .map(row -> new Bounds(((Number) row[0]).longValue(), ((Number) row[1]).longValue())));
    }

    /**
     * An entry of the feed, opened.
     *
     * @param view the agency's view as JSON on one line
     */
    public record Entry(long position, String change, String view) implements Tail.Placed {}

    /** At most {@code limit} entries after this position, in order. */
    public Uni<List<Entry>> after(String agency, long position, int limit) {
        return transactions
                .read(session -> session.createSelectionQuery(
                                "from FeedEvent e where e.id.agency = :agency and e.id.position > :position order by e.id.position",
                                FeedEvent.class)
                        .setParameter("agency", agency)
                        .setParameter("position", position)
                        .setMaxResults(limit)
                        .getResultList())
                .map(events -> events.stream()
                        .map(event -> new Entry(event.position(), event.change(), seal.open(event.sealedView())))
                        .toList());
    }
}
