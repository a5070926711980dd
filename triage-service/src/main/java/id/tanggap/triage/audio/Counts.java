package id.tanggap.triage.audio;

import java.time.Duration;
import java.util.Optional;

/** Adds up what was heard, window by window. Times are kept in windows of 32 ms, in parts where a window is in doubt. */
final class Counts {

    private static final double WINDOW_NANOS = 1e9 * VoiceModel.WINDOW / Ear.RATE;

    /** Likelihood below which a window holds no speech at all: a quiet line stays there. */
    private static final double NO_SPEECH = 0.1;

    /** Likelihood from which a window is speech, as the model's authors use it. */
    private static final double SPEECH = 0.5;

    /** Windows in a row that make a beginning: one alone may be a click. */
    private static final int BEGINNING = 2;

    /** Windows before and after taps without speech: a voice makes clicks too. */
    private static final int VOICELESS = 31;

    private static final int BLOCK_WINDOWS = SoundFeatures.HOPS * NoiseReducer.HOP / VoiceModel.WINDOW;

    private long windows;
    private double speech;
    private double engine;
    private double other;
    private double silence;
    private double undecided;
    private double covered;
    private long cutSamples;
    private boolean loud;
    private double lastEngine;
    private double lastCovered;
    private long distress;
    private int loudInBlock;
    private long firstSpeech = -1;
    private int spoken;
    private long sinceSpeech;
    private long unspoken;
    private long longest;
    private long taps;
    private double energy;
    private long samples;

    void level(double squares, int count) {
        energy += squares;
        samples += count;
    }

    /**
     * Adds a window.
     *
     * @param likelihood of speech in it
     * @param voice how likely a covered voice is in the half second that ends with it
     */
    void add(Window window, double likelihood, double voice) {
        if (window.fresh()) {
            gap();
        }
        windows++;
        // Squared, what is in doubt counts little: engines reach 0.2 for seconds, voices hardly stay there.
        double share = likelihood < NO_SPEECH ? 0 : likelihood * likelihood;
        speech += share;
        loud = window.loud();
        if (loud) {
            undecided += 1 - share;
            loudInBlock++;
        } else {
            silence += 1 - share;
        }
        follow(likelihood >= SPEECH);
        window.closed().ifPresent(sound -> close(sound, voice));
        window.taps().ifPresent(this::tap);
    }

    /** Samples that make no whole window and never will: the sound is cut off after them. */
    void cut(int unfinished) {
        cutSamples += unfinished;
        silence += loud ? 0 : part(unfinished);
        undecided += loud ? part(unfinished) : 0;
    }

    private static double part(int unfinished) {
        return (double) unfinished / VoiceModel.WINDOW;
    }

    private void follow(boolean speaks) {
        spoken = speaks ? spoken + 1 : 0;
        sinceSpeech = speaks ? 0 : sinceSpeech + 1;
        unspoken = speaks ? 0 : unspoken + 1;
        longest = Math.max(longest, unspoken);
        if (spoken == BEGINNING && firstSpeech < 0) {
            firstSpeech = windows - BEGINNING;
        }
    }

    private void close(BlockSound sound, double voice) {
        lastEngine = sound.engine();
        lastCovered = voice * voice;
        decide();
        if (sound.distress() && 2 * loudInBlock >= BLOCK_WINDOWS) {
            distress += BLOCK_WINDOWS;
        }
        loudInBlock = 0;
    }

    private void tap(TapDetector.Group group) {
        if (sinceSpeech - VOICELESS >= group.samplesAgo() / VoiceModel.WINDOW || sinceSpeech == windows) {
            taps += group.taps();
        }
    }

    /** What is sound but not yet known as which is taken for the same as before. */
    private void decide() {
        engine += undecided * lastEngine;
        other += undecided * (1 - lastEngine);
        covered += undecided * lastCovered;
        undecided = 0;
    }

    private void gap() {
        decide();
        loudInBlock = 0;
        spoken = 0;
        unspoken = 0;
        sinceSpeech = 0;
    }

    /** Adds what was heard aside, of a piece that came too late to stand where it belongs. */
    void add(Counts late) {
        late.decide();
        firstSpeech = firstSpeech < 0 && late.firstSpeech >= 0 ? windows + late.firstSpeech : firstSpeech;
        windows += late.windows;
        cutSamples += late.cutSamples;
        speech += late.speech;
        engine += late.engine;
        other += late.other;
        silence += late.silence;
        distress += late.distress;
        covered += late.covered;
        longest = Math.max(longest, late.longest);
        energy += late.energy;
        samples += late.samples;
    }

    /** The sum so far; samples that wait for the rest of their window are taken for more of the same. */
    Heard heard(String keys, long missingChunks, int unfinished) {
        double waiting = windows == 0 ? 0 : part(unfinished);
        Duration whole = time(windows + (double) cutSamples / VoiceModel.WINDOW + waiting);
        Duration spoke = time(speech);
        Duration silent = time(silence + (loud ? 0 : waiting));
        double sounding = undecided + (loud ? waiting : 0);
        Duration engines = time(engine + sounding * lastEngine);
        // The last part is what remains: rounded parts would not add up to the rounded whole.
        return new Heard(
                spoke,
                engines,
                whole.minus(spoke).minus(silent).minus(engines),
                silent,
                time(distress),
                time(covered + sounding * lastCovered),
                firstSpeech < 0 ? Optional.empty() : Optional.of(time(firstSpeech)),
                time(longest),
                keys,
                (int) taps,
                samples == 0
                        ? Heard.LOWEST_LEVEL
                        : Math.max(Heard.LOWEST_LEVEL, 10 * Math.log10(energy / samples + 1e-12)),
                missingChunks);
    }

    private static Duration time(double windows) {
        return Duration.ofNanos(Math.round(windows * WINDOW_NANOS));
    }

    void write(Snapshot to) {
        for (long count : new long[] {
            windows,
            distress,
            loudInBlock,
            firstSpeech,
            spoken,
            sinceSpeech,
            unspoken,
            longest,
            taps,
            samples,
            cutSamples,
            loud ? 1 : 0
        }) {
            to.put(count);
        }
        for (double time :
                new double[] {speech, engine, other, silence, undecided, covered, lastEngine, lastCovered, energy}) {
            to.put(time);
        }
    }

    void read(Snapshot from) {
        windows = from.getLong();
        distress = from.getLong();
        loudInBlock = (int) from.getLong();
        firstSpeech = from.getLong();
        spoken = (int) from.getLong();
        sinceSpeech = from.getLong();
        unspoken = from.getLong();
        longest = from.getLong();
        taps = from.getLong();
        samples = from.getLong();
        cutSamples = from.getLong();
        loud = from.getLong() == 1;
        speech = from.getDouble();
        engine = from.getDouble();
        other = from.getDouble();
        silence = from.getDouble();
        undecided = from.getDouble();
        covered = from.getDouble();
        lastEngine = from.getDouble();
        lastCovered = from.getDouble();
        energy = from.getDouble();
    }
}
