package id.tanggap.triage.line;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls that are listened to, least recently heard first. One round at a time touches it. */
final class LiveLines {

    /** More than a regency's lines; each is some 30 KB. Beyond it calls are read from the database again when they speak. */
    static final int MOST = 1_000;

    /** A line that has been quiet for so long has most likely ended. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Map<String, LiveLine> lines = new LinkedHashMap<>(64, 0.75f, true);

    boolean has(String callId) {
        return lines.containsKey(callId);
    }

    LiveLine get(String callId) {
        return lines.get(callId);
    }

    void put(LiveLine line) {
        lines.put(line.callId(), line);
    }

    void remove(String callId) {
        lines.remove(callId);
    }

    List<LiveLine> unkept() {
        return lines.values().stream().filter(line -> !line.isKept()).toList();
    }

    /** Forgets whatever is in the database and will hardly be needed again; what is not in it yet is never forgotten. */
    void forget(Instant now) {
        Collection<LiveLine> all = new ArrayList<>(lines.values());
        for (LiveLine line : all) {
            boolean old = line.row().isOver() || line.heardAt().plus(QUIET).isBefore(now) || lines.size() > MOST;
            if (old && line.isKept()) {
                lines.remove(line.callId());
            }
        }
    }
}
