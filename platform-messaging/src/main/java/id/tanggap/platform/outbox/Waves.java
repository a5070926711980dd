package id.tanggap.platform.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Divides events into those that may be sent side by side. */
final class Waves {

    private Waves() {}

    /** Waves of at most so many, none with two events of one key, and each event in a later one than those before it of its key. */
    static List<List<PendingEvent>> of(List<PendingEvent> events, int most) {
        List<List<PendingEvent>> waves = new ArrayList<>();
        Map<String, Integer> nextOfKey = new HashMap<>();
        int withRoom = 0;
        for (PendingEvent event : events) {
            // No wave is fuller than the one before it: from the first that has room on, all have.
            int wave = Math.max(nextOfKey.getOrDefault(event.key(), 0), withRoom);
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(event);
            nextOfKey.put(event.key(), wave + 1);
            if (waves.get(withRoom).size() == most) {
                withRoom++;
            }
        }
        return waves;
    }
}
