package id.tanggap.platform.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which topics this process is publishing to, and which rest after a failure: each longer the more often it has failed. */
final class Topics {

    private final Duration firstRest;
    private final Duration longestRest;
    private final Set<String> underWay = new HashSet<>();
    private final Map<String, Rest> resting = new HashMap<>();

    Topics(Duration firstRest, Duration longestRest) {
        this.firstRest = firstRest;
        this.longestRest = longestRest;
    }

    private record Rest(Duration length, long until) {}

    /** The topics to leave alone at {@code now}, in the nanoseconds of the system's timer. */
    synchronized Set<String> closed(long now) {
        Set<String> closed = new HashSet<>(underWay);
        resting.forEach((topic, rest) -> {
            if (rest.until() - now > 0) {
                closed.add(topic);
            }
        });
        return closed;
    }

    synchronized void begin(String topic) {
        if (!underWay.add(topic)) {
            throw new IllegalStateException("two batches of " + topic + " at once");
        }
    }

    synchronized void succeed(String topic) {
        underWay.remove(topic);
        resting.remove(topic);
    }

    /** @param progress whether anything was acknowledged: then it rests only for the shortest time */
    synchronized void fail(String topic, boolean progress, long now) {
        underWay.remove(topic);
        Rest last = resting.get(topic);
        Duration length =
                last == null || progress ? firstRest : shorter(last.length().multipliedBy(2), longestRest);
        resting.put(topic, new Rest(length, now + length.toNanos()));
    }

    /** Whether every send that was begun has been acknowledged, or tried again and acknowledged then. */
    synchronized boolean allAcknowledged() {
        return underWay.isEmpty() && resting.isEmpty();
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
