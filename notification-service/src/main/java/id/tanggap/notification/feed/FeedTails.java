package id.tanggap.notification.feed;

import id.tanggap.notification.config.StreamConfig;
import id.tanggap.notification.feed.policy.Tail;
import id.tanggap.platform.tx.OwnContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Reads feeds for all streams of this process together: those that ask for the same at the same time share one query, and
 * what is new is read and opened once and not by each of thousands. Of a feed only its newest batch stays in memory, for it
 * is opened, and only while somebody follows it.
 */
@ApplicationScoped
class FeedTails {

    private record Place(String agency, long position) {}

    private final Feed feed;
    private final StreamConfig config;
    private final Vertx vertx;
    private final Map<String, Tail<Feed.Entry>> tails = new HashMap<>();
    private final Map<Place, CompletableFuture<List<Feed.Entry>>> reading = new HashMap<>();

    FeedTails(Feed feed, StreamConfig config, Vertx vertx) {
        this.feed = feed;
        this.config = config;
        this.vertx = vertx;
    }

    /**
     * At most a batch of entries after this position, in order, on whichever thread read them. Empty if there were none when
     * the query that is shared began: one who was told of news meanwhile has to ask again.
     */
    Uni<List<Feed.Entry>> after(String agency, long position) {
        CompletableFuture<List<Feed.Entry>> shared;
        synchronized (this) {
            Tail<Feed.Entry> tail = tails.get(agency);
            if (tail != null && tail.holds(position)) {
                return Uni.createFrom().item(tail.following(position));
            }
            shared = reading.computeIfAbsent(new Place(agency, position), this::read);
        }
        // A copy, for who goes away cancels it.
        return Uni.createFrom().completionStage(shared.copy());
    }

    /** Nobody follows this feed any more. */
    synchronized void forget(String agency) {
        tails.remove(agency);
    }

    // A future and not a memoized Uni: Mutiny's can hand its item to one who joins at that moment before it has told it
    // of its
    // subscription, which then takes what it made of the item for another item.
    private CompletableFuture<List<Feed.Entry>> read(Place place) {
        // On a context of its own: whoever asked first may be gone before the others have their answer.
        return OwnContext.run(vertx, () -> feed.after(place.agency(), place.position(), config.batch()))
                .onItemOrFailure()
                .invoke((entries, failure) -> finished(place, entries))
                .subscribeAsCompletionStage();
    }

    private synchronized void finished(Place place, List<Feed.Entry> entries) {
        reading.remove(place);
        if (entries != null && !entries.isEmpty()) {
            tails.merge(
                    place.agency(),
                    new Tail<>(place.position(), entries),
                    (known, read) -> known.with(read, config.batch()));
        }
    }
}
