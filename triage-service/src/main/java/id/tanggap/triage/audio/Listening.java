package id.tanggap.triage.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * One call that is listened to chunk by chunk, whatever the network did to their order: a repeated chunk has no effect, an
 * early one waits for those before it, and one that never comes is counted as missing, not as silence. Made and fed by
 * {@link LineListener}; one thread at a time.
 */
public final class Listening {

    /** Two seconds of usual 250 ms chunks: longer than a retry of the gateway takes, short enough to be live. */
    static final int MOST_WAITING = 8;

    /** A gap longer than this is a fault of the sender: its first numbers are not awaited any more. */
    static final int MOST_MISSED = 64;

    private final Ear ear;
    private final List<Ear> asides = new ArrayList<>();
    private final List<Long> missed;
    private final TreeMap<Long, Chunk> waiting = new TreeMap<>();
    private long next;
    private long missing;
    private long taken;

    Listening(SoundClassifier sounds, ListeningState state) {
        ear = Ear.of(sounds, state.ear());
        missed = new ArrayList<>(state.missed());
        state.waiting().forEach(chunk -> waiting.put(chunk.seq(), chunk));
        next = state.next();
        missing = state.missing();
    }

    public Heard heard() {
        return ear.heard(missing);
    }

    public ListeningState state() {
        return new ListeningState(next, List.copyOf(missed), missing, List.copyOf(waiting.values()), ear.snapshot());
    }

    /**
     * Takes a chunk and prepares it for the voice model.
     *
     * @param live whether more is to come, so that an early chunk may wait for its turn
     * @throws IllegalArgumentException if it is no sound; nothing has changed then
     */
    void take(Chunk chunk, boolean live) {
        short[] samples = chunk.samples();
        if (chunk.seq() < next) {
            late(chunk.seq(), samples);
            return;
        }
        waiting.putIfAbsent(chunk.seq(), chunk);
        followOn();
        if (!live || waiting.size() > MOST_WAITING) {
            takeRest();
        }
    }

    /** Takes what still waits, over its gaps: nothing more is expected. */
    void takeRest() {
        while (!waiting.isEmpty()) {
            skipTo(waiting.firstKey());
            followOn();
        }
    }

    /** The ears of this call for which the voice model has windows to hear. */
    List<Ear> ears() {
        if (asides.isEmpty()) {
            return List.of(ear);
        }
        List<Ear> all = new ArrayList<>(asides);
        all.add(ear);
        return all;
    }

    /** The voice model has heard all windows. */
    void settled() {
        asides.forEach(ear::add);
        asides.clear();
        taken = 0;
    }

    /** There is no voice model: what was taken is unknown, and so it is missing. */
    void unheard() {
        ears().forEach(Ear::forget);
        missing += taken;
        settled();
    }

    private void followOn() {
        for (Chunk chunk = waiting.remove(next); chunk != null; chunk = waiting.remove(next)) {
            ear.accept(chunk.samples());
            taken++;
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
        ear.gap();
    }

    private void late(long seq, short[] samples) {
        if (missed.remove(Long.valueOf(seq))) {
            missing--;
            Ear aside = ear.aside();
            aside.accept(samples);
            asides.add(aside);
            taken++;
        }
    }
}
