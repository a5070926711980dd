package id.tanggap.triage.audio;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;

/**
 * Listens to one line: prepares windows for the voice model and counts what it says of them. How the samples are cut into
 * chunks makes no difference.
 */
final class Ear {

    static final int RATE = 8_000;

    static final float FULL_SCALE = 32_768;

    /** Power from which there is more than a quiet line: -48 dBFS between 94 and 3,600 Hz; hum and hiss stay below it. */
    static final double QUIET = 1.6e-5;

    /** The telephone's band, 94 to 3,600 Hz. */
    static final int FROM_BIN = 3;

    static final int TO_BIN = 116;

    /** From the powers of a frame's frequencies to mean power. */
    static final double TO_POWER = 2.0 / (Fourier.SIZE * (Fourier.SIZE / 2.0));

    private final SoundClassifier sounds;
    private final NoiseReducer reducer = new NoiseReducer();
    private final KeyDetector keys = new KeyDetector();
    private final TapDetector taps = new TapDetector();
    private final SoundFeatures features = new SoundFeatures();
    private final CoveredVoice covered = new CoveredVoice();
    private final Counts counts = new Counts();
    private final ArrayDeque<Window> ready = new ArrayDeque<>();

    private final float[] hop = new float[NoiseReducer.HOP];
    private int filled;
    private float[] window = new float[VoiceModel.INPUT];
    private boolean half;
    private double windowPower;
    private boolean fresh;
    private BlockSound closed;
    private TapDetector.Group tapped;
    private final float[] voice = new float[VoiceModel.STATE];

    Ear(SoundClassifier sounds) {
        this.sounds = sounds;
    }

    void accept(short[] samples) {
        double squares = 0;
        for (short sample : samples) {
            squares += (double) sample * sample;
            hop[filled++] = sample / FULL_SCALE;
            if (filled == hop.length) {
                filled = 0;
                hop();
            }
        }
        counts.level(squares / FULL_SCALE / FULL_SCALE, samples.length);
    }

    /** What follows does not follow on; what was learned of the line's noise stays true. */
    void gap() {
        counts.cut(unfinished());
        filled = 0;
        half = false;
        windowPower = 0;
        fresh = true;
        closed = null;
        tapped = null;
        Arrays.fill(window, 0);
        reducer.gap();
        keys.gap();
        taps.gap();
        features.gap();
    }

    /** An ear for a piece of this line that came too late to stand in its place. */
    Ear aside() {
        Ear aside = new Ear(sounds);
        Snapshot line = Snapshot.write();
        reducer.write(line);
        aside.reducer.read(Snapshot.read(line.bytes()));
        aside.gap();
        return aside;
    }

    /** Takes over what was heard aside. */
    void add(Ear aside) {
        aside.counts.cut(aside.unfinished());
        counts.add(aside.counts);
        keys.add(aside.keys.heard());
    }

    private void hop() {
        keys.accept(hop, hop.length);
        TapDetector.Group group = taps.accept(hop, hop.length);
        tapped = group == null ? tapped : group;
        reducer.accept(hop, window, VoiceModel.CONTEXT + (half ? NoiseReducer.HOP : 0));
        float[] power = reducer.power();
        for (int k = FROM_BIN; k < TO_BIN; k++) {
            windowPower += power[k] * TO_POWER / 2;
        }
        float[] block = features.accept(power, hop);
        closed = block == null ? closed : sounds.classify(block);
        if (half) {
            window();
        }
        half = !half;
    }

    private void window() {
        ready.add(new Window(
                window, fresh, windowPower > QUIET, Optional.ofNullable(closed), Optional.ofNullable(tapped)));
        float[] next = new float[VoiceModel.INPUT];
        System.arraycopy(window, VoiceModel.WINDOW, next, 0, VoiceModel.CONTEXT);
        window = next;
        windowPower = 0;
        fresh = false;
        closed = null;
        tapped = null;
    }

    /** Whether a window waits for the voice model. */
    boolean isWaiting() {
        return !ready.isEmpty();
    }

    /** What the model hears next of this line. */
    float[] input() {
        if (ready.element().fresh()) {
            Arrays.fill(voice, 0);
        }
        return ready.element().input();
    }

    /** What the model remembers of this line; it writes there. */
    float[] voice() {
        return voice;
    }

    /** What the model said of the window that it heard. */
    void settle(double likelihood) {
        Window window = ready.remove();
        if (window.fresh()) {
            covered.startBlock();
        }
        covered.accept(voice);
        counts.add(window, likelihood, window.closed().isPresent() ? covered.close() : 0);
    }

    /** Without a model nothing is known of what waits. */
    void forget() {
        ready.clear();
    }

    Heard heard(long missingChunks) {
        return counts.heard(keys.heard(), missingChunks, unfinished());
    }

    private int unfinished() {
        return filled + (half ? NoiseReducer.HOP : 0);
    }

    /** What has to be remembered between chunks. */
    byte[] snapshot() {
        if (isWaiting()) {
            throw new IllegalStateException("windows still wait for the voice model");
        }
        Snapshot to = Snapshot.write();
        counts.write(to);
        to.put(filled);
        to.putSamples(hop, filled);
        to.putHalves(Arrays.copyOf(window, VoiceModel.CONTEXT));
        to.put(half ? 1 : 0);
        to.put(fresh ? 1 : 0);
        to.putHalves(
                half
                        ? Arrays.copyOfRange(window, VoiceModel.CONTEXT, VoiceModel.CONTEXT + NoiseReducer.HOP)
                        : new float[0]);
        to.put(windowPower);
        to.put(tapped == null ? 0 : tapped.taps());
        to.put(tapped == null ? 0 : tapped.samplesAgo());
        to.putHalves(voice);
        covered.write(to);
        reducer.write(to);
        keys.write(to);
        taps.write(to);
        features.write(to);
        return to.bytes();
    }

    /**
     * Continues where another ear stopped.
     *
     * @param snapshot empty at the beginning
     * @throws IllegalArgumentException if it is of another version or damaged
     */
    static Ear of(SoundClassifier sounds, byte[] snapshot) {
        Ear ear = new Ear(sounds);
        if (snapshot.length > 0) {
            ear.read(Snapshot.read(snapshot));
        }
        return ear;
    }

    private void read(Snapshot from) {
        counts.read(from);
        filled = from.getInt();
        from.getSamples(hop, filled);
        float[] context = new float[VoiceModel.CONTEXT];
        from.getHalves(context);
        System.arraycopy(context, 0, window, 0, context.length);
        half = from.getInt() == 1;
        fresh = from.getInt() == 1;
        float[] first = new float[half ? NoiseReducer.HOP : 0];
        from.getHalves(first);
        System.arraycopy(first, 0, window, VoiceModel.CONTEXT, first.length);
        windowPower = from.getDouble();
        TapDetector.Group group = new TapDetector.Group(from.getInt(), from.getInt());
        tapped = group.taps() == 0 ? null : group;
        from.getHalves(voice);
        covered.read(from);
        reducer.read(from);
        keys.read(from);
        taps.read(from);
        features.read(from);
    }
}
