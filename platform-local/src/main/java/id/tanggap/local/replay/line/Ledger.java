package id.tanggap.local.replay.line;

import id.tanggap.local.replay.scenario.PlannedCall;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Everything that the system said yes to: what it must not lose. Safe for many threads. */
public final class Ledger {
    /** Accepted parts of one call. */
    public static final class Entry {
        private final PlannedCall plan;
        private final List<String> events = new CopyOnWriteArrayList<>();
        private final List<String> reportIds = new CopyOnWriteArrayList<>();
        private volatile boolean announced;
        private volatile long reportAcceptedNanos;
        private volatile String disposition = "";

        private Entry(PlannedCall plan) {
            this.plan = plan;
        }

        public PlannedCall plan() {
            return plan;
        }

        public boolean announced() {
            return announced;
        }

        /** Types of accepted events; a DTMF event stands as {@code DTMF:<digits>}. */
        public List<String> events() {
            return events;
        }

        /** Empty, or one id; more than one is a fault: each came for the same report. */
        public List<String> reportIds() {
            return reportIds;
        }

        public long reportAcceptedNanos() {
            return reportAcceptedNanos;
        }

        /** Empty until one is accepted. */
        public String disposition() {
            return disposition;
        }
    }

    private final Map<String, Entry> calls = new ConcurrentSkipListMap<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final AtomicLong audioChunks = new AtomicLong();
    private final AtomicLong repeats = new AtomicLong();
    private final Map<String, Boolean> played = new ConcurrentHashMap<>();

    public Entry begin(String callId, PlannedCall plan) {
        return calls.computeIfAbsent(callId, id -> new Entry(plan));
    }

    public void announced(String callId) {
        calls.get(callId).announced = true;
    }

    public void event(String callId, String event) {
        calls.get(callId).events.add(event);
    }

    public void disposition(String callId, String disposition) {
        calls.get(callId).disposition = disposition;
    }

    /** The time counts from the first acceptance. */
    public void report(String callId, String reportId, long acceptedNanos) {
        Entry entry = calls.get(callId);
        if (entry.reportIds.isEmpty()) {
            entry.reportAcceptedNanos = acceptedNanos;
        }
        if (!entry.reportIds.contains(reportId)) {
            entry.reportIds.add(reportId);
        }
    }

    public void audio() {
        audioChunks.incrementAndGet();
    }

    public void repeated() {
        repeats.incrementAndGet();
    }

    public void played(String callId) {
        played.put(callId, true);
    }

    public void refused(String what) {
        refused.add(what);
    }

    public Map<String, Entry> calls() {
        return calls;
    }

    public List<String> refused() {
        return refused;
    }

    public long audioChunks() {
        return audioChunks.get();
    }

    public long repeats() {
        return repeats.get();
    }

    public int playedCalls() {
        return played.size();
    }

    public boolean isPlayed(String callId) {
        return played.containsKey(callId);
    }
}
