package id.tanggap.notification.feed;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells waiting streams that their agency's feed has grown. Remembers how far each feed is known to reach, so that growth
 * between a stream's reading and its waiting is not missed.
 */
@ApplicationScoped
public class FeedSignals {

    private record Waiter(long position, UniEmitter<? super Void> emitter) {}

    private final Map<String, Long> reached = new HashMap<>();
    private final Map<String, List<Waiter>> waiters = new HashMap<>();
    private boolean closed;

    /** Says that everything up to this position is committed. Late and repeated announcements do no harm. */
    public void announce(String agency, long position) {
        List<Waiter> woken;
        synchronized (this) {
            if (reached.merge(agency, position, Math::max) > position) {
                return;
            }
            woken = take(agency, position);
        }
        woken.forEach(waiter -> waiter.emitter().complete(null));
    }

    /** Completes once the agency's feed is known to reach beyond {@code position}; on whichever thread found out. */
    public Uni<Void> beyond(String agency, long position) {
        return Uni.createFrom().emitter(emitter -> {
            Waiter waiter = new Waiter(position, emitter);
            synchronized (this) {
                if (!closed && reached.getOrDefault(agency, 0L) <= position) {
                    waiters.computeIfAbsent(agency, key -> new ArrayList<>()).add(waiter);
                    emitter.onTermination(() -> forget(agency, waiter));
                    return;
                }
            }
            emitter.complete(null);
        });
    }

    /** Whether anybody waits. */
    public synchronized boolean awaited() {
        return !waiters.isEmpty();
    }

    /** Wakes everybody; nobody waits from now on. */
    public void close() {
        List<Waiter> woken = new ArrayList<>();
        synchronized (this) {
            closed = true;
            waiters.values().forEach(woken::addAll);
            waiters.clear();
        }
        woken.forEach(waiter -> waiter.emitter().complete(null));
    }

    private List<Waiter> take(String agency, long position) {
        List<Waiter> all = waiters.remove(agency);
        if (all == null) {
            return List.of();
        }
        List<Waiter> staying =
                all.stream().filter(waiter -> waiter.position() >= position).toList();
        if (!staying.isEmpty()) {
            waiters.put(agency, new ArrayList<>(staying));
        }
        return all.stream().filter(waiter -> waiter.position() < position).toList();
    }

    private synchronized void forget(String agency, Waiter waiter) {
        List<Waiter> all = waiters.get(agency);
        if (all != null) {
            all.removeIf(other -> other == waiter);
            if (all.isEmpty()) {
                waiters.remove(agency);
            }
        }
    }
}
