package id.tanggap.local.replay.line;

import id.tanggap.local.replay.scenario.PlannedCall;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Everything that the system said yes to: what it must not lose. Safe for many threads. */
public final class Ledger {
    /** Accepted parts of one call. */
    public static final class Entry {
        private final PlannedCall plan;
        private final List<String> events = new CopyOnWriteArrayList<>();
        private final List<String> reportIds = new CopyOnWriteArrayList<>();
        private final Set<Integer> audio = ConcurrentHashMap.newKeySet();
        private final Set<String> told = ConcurrentHashMap.newKeySet();
        private volatile boolean announced;
        private volatile long reportAcceptedNanos;
        private volatile String disposition = "";
        private volatile boolean callBackDue;
        private volatile boolean rungBack;

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

        /** Numbers of the seconds of sound that were accepted. */
        public Set<Integer> audio() {
            return audio;
        }

        /** Whether somebody is on the line, as far as intake was told. */
        public boolean lineIsOpen() {
            return events.contains("ANSWERED") && !events.contains("ENDED");
        }

        /** Empty until one is accepted. */
        public String disposition() {
            return disposition;
        }

        /** Whether a task to ring back must come: nobody has judged the call before. */
        public boolean callBackDue() {
            return callBackDue;
        }

        /** Whether an operator said to have rung back because a task had asked for it. */
        public boolean rungBack() {
            return rungBack;
        }
    }

    private final Map<String, Entry> calls = new ConcurrentSkipListMap<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final List<Long> announcementNanos = new CopyOnWriteArrayList<>();
    private final AtomicLong audioChunks = new AtomicLong();
    private final AtomicLong repeats = new AtomicLong();
    private final Map<String, Boolean> played = new ConcurrentHashMap<>();

    private final Consumer<Entry> reportAccepted;

    public Ledger() {
        this(entry -> {});
    }

    /** {@code reportAccepted}: hears of each call's report once, in the moment of its acceptance. */
    public Ledger(Consumer<Entry> reportAccepted) {
        this.reportAccepted = reportAccepted;
    }

    public Entry begin(String callId, PlannedCall plan) {
        return calls.computeIfAbsent(callId, id -> new Entry(plan));
    }

    public void announced(String callId) {
        calls.get(callId).announced = true;
    }

    public void event(String callId, String event) {
        calls.get(callId).events.add(event);
    }

    /** The time from sending to the answer of an announcement that was accepted at once. */
    public void announcementTook(long nanos) {
        announcementNanos.add(nanos);
    }

    public void callBackDue(String callId) {
        calls.get(callId).callBackDue = true;
    }

    public void rungBack(String callId) {
        calls.get(callId).rungBack = true;
    }

    /** Triage has accepted what the gateway did about a silent call: {@code prompt}, {@code call-back 1 BUSY}. */
    public void told(String callId, String what) {
        calls.get(callId).told.add(what);
    }

    /** What the gateway has told of silent calls until this moment, by the id of the call. */
    public Map<String, Set<String>> told() {
        return calls.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, call -> Set.copyOf(call.getValue().told)));
    }

    public void disposition(String callId, String disposition) {
        calls.get(callId).disposition = disposition;
    }

    /** The time counts from the first acceptance. */
    public void report(String callId, String reportId, long acceptedNanos) {
        Entry entry = calls.get(callId);
        boolean first = entry.reportIds.isEmpty();
        if (first) {
            entry.reportAcceptedNanos = acceptedNanos;
        }
        if (!entry.reportIds.contains(reportId)) {
            entry.reportIds.add(reportId);
        }
        if (first) {
            reportAccepted.accept(entry);
        }
    }

    public void audio(String callId, int second) {
        calls.get(callId).audio.add(second);
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

    public List<Long> announcementNanos() {
        return announcementNanos;
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
