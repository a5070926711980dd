package id.tanggap.triage.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Listens to one call chunk by chunk, whatever the network did to their order: a repeated chunk has no effect, an early
 * one waits for those before it, and one that never comes is counted as missing, not as silence.
 */
public final class Listening {

    /** Two seconds of usual 250 ms chunks: longer than a retry of the gateway takes, short enough to be live. */
    static final int MOST_WAITING = 8;

    /** A gap longer than this is a fault of the sender: its first numbers are not awaited any more. */
    static final int MOST_MISSED = 64;

    private SpeechDetector detector;
    private final List<Long> missed;
    private final TreeMap<Long, Chunk> waiting = new TreeMap<>();
    private long next;
    private long missing;

    public Listening(ListeningState state) {
        detector = new SpeechDetector(state.detector());
        missed = new ArrayList<>(state.missed());
        state.waiting().forEach(chunk -> waiting.put(chunk.seq(), chunk));
        next = state.next();
        missing = state.missing();
    }

    /**
     * Takes a chunk.
     *
     * @param live whether more is to come, so that an early chunk may wait for its turn
     */
    public void accept(Chunk chunk, boolean live) {
        if (chunk.seq() < next) {
            late(chunk);
            return;
        }
        waiting.putIfAbsent(chunk.seq(), chunk);
        followOn();
        if (!live || waiting.size() > MOST_WAITING) {
            finish();
        }
    }

    /** Hears what still waits, over its gaps: nothing more is expected. */
    public void finish() {
        while (!waiting.isEmpty()) {
            skipTo(waiting.firstKey());
            followOn();
        }
    }

    public Heard heard() {
        return detector.heard(missing);
    }

    public ListeningState state() {
        return new ListeningState(next, List.copyOf(missed), missing, List.copyOf(waiting.values()), detector.state());
    }

    private void followOn() {
        for (Chunk chunk = waiting.remove(next); chunk != null; chunk = waiting.remove(next)) {
            detector.accept(chunk.samples());
            next++;
        }
    }

    private void skipTo(long seq) {
        missing += seq - next;
        for (long gap = Math.max(next, seq - MOST_MISSED); gap < seq; gap++) {
            missed.add(gap);
        }
        while (missed.size() > MOST_MISSED) {
            missed.removeFirst();
        }
        next = seq;
        detector = new SpeechDetector(detector.state().afterGap());
    }

    private void late(Chunk chunk) {
        if (missed.remove(Long.valueOf(chunk.seq()))) {
            missing--;
            SpeechDetector aside = new SpeechDetector(detector.state().afterGap());
            aside.accept(chunk.samples());
            detector = new SpeechDetector(detector.state().withCountsOf(aside.state()));
        }
    }
}
