package id.tanggap.local.replay.silent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which advice was given and what came of it. Safe for many threads. */
final class AdviceLog {
    private final Map<Advice, Optional<Deed>> given = new LinkedHashMap<>();
    private final Map<String, Long> newest = new ConcurrentHashMap<>();

    /** Tells whether there is something new to do. */
    synchronized boolean given(Advice advice) {
        newest.merge(advice.callId(), advice.version(), Math::max);
        return advice.asks() && given.putIfAbsent(advice, Optional.empty()) == null;
    }

    synchronized void done(Advice advice, Deed deed) {
        given.put(advice, Optional.of(deed));
    }

    /** The version of the newest step that was told of the call, 0 if none was. */
    long newest(String callId) {
        return newest.getOrDefault(callId, 0L);
    }

    boolean isNewest(Advice advice) {
        return newest(advice.callId()) == advice.version();
    }

    synchronized AdviceTaken until(Instant now) {
        Map<Deed, Long> deeds = new EnumMap<>(Deed.class);
        List<String> unanswered = new ArrayList<>();
        long later = 0;
        for (var entry : given.entrySet()) {
            Advice advice = entry.getKey();
            Optional<Deed> deed =
                    entry.getValue().or(() -> isNewest(advice) ? Optional.empty() : Optional.of(Deed.OVERTAKEN));
            if (deed.isPresent()) {
                deeds.merge(deed.get(), 1L, Long::sum);
            } else if (advice.notBefore().isAfter(now)) {
                later++;
            } else {
                unanswered.add(advice.what() + " of " + advice.callId());
            }
        }
        return new AdviceTaken(given.size(), deeds, later, List.copyOf(unanswered));
    }
}
