package id.tanggap.notification.feed;

import java.util.HashMap;
import java.util.Map;

/** Counts open streams, so that neither all together nor one agency's are more than they may be. */
final class StreamPlaces {

    private final int all;
    private final int perAgency;
    private final Map<String, Integer> taken = new HashMap<>();

    StreamPlaces(int all, int perAgency) {
        this.all = all;
        this.perAgency = perAgency;
    }

    /** Takes a place for the agency; false if there is none. */
    synchronized boolean take(String agency) {
        if (taken() >= all || taken.getOrDefault(agency, 0) >= perAgency) {
            return false;
        }
        taken.merge(agency, 1, Integer::sum);
        return true;
    }

    /** Gives one back; whether the agency has none left. */
    synchronized boolean giveBack(String agency) {
        return taken.computeIfPresent(agency, (key, count) -> count > 1 ? count - 1 : null) == null;
    }

    synchronized int taken() {
        return taken.values().stream().mapToInt(Integer::intValue).sum();
    }
}
