package id.tanggap.triage.audio;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Hears speech by its energy: a frame of 20 ms is speech-like if it stands out of the line's own noise floor while the
 * level moves from frame to frame, as syllables do and an idling engine does not.
 *
 * <p>An honest first detector, set to miss little rather than to be right often: a voice taken for noise may cost a life,
 * noise taken for a voice costs an operator's minute. It cannot tell a revving engine, a barking dog or dialled keys from
 * speech, and misses about one voice in sixteen among engine noise as loud as itself; a trained model takes its place
 * later. Its numbers were chosen by trying a few values on 180 clips of 5 s, so what it reaches there flatters it.
 */
public final class SpeechDetector {

    static final int RATE = 8_000;
    static final int FRAME = 160;
    private static final Duration FRAME_TIME = Duration.ofMillis(20);

    /** Two poles at 300 Hz, the lower edge of the telephone band: removes mains hum and most of an engine's rumble. */
    private static final double POLE = Math.exp(-2 * Math.PI * 300 / RATE);

    /** Two seconds: longer than a word, so a pause falls into it, shorter than the time for which an engine runs evenly. */
    private static final int FLOOR_FRAMES = 100;

    /** The floor is a low percentile, not the minimum, so that one lost packet does not set it. */
    private static final double FLOOR_PERCENTILE = 0.10;

    /** Half a second: two to three syllables. */
    private static final int MODULATION_FRAMES = 25;

    /** Tenths of dB above the floor. 40 finds speech in noise of about its own level. */
    private static final int ABOVE_FLOOR = 40;

    /** Tenths of dB from frame to frame, mean. Steady wide-band noise has about 8 by chance, speech 20 to 50. */
    private static final double MODULATION = 10;

    /** Tenths of dBFS below which nothing counts as speech: under the quantisation noise of mu-law speech. */
    private static final int INAUDIBLE = -650;

    /** Tenths of dBFS above which steady sound is noise, not silence: a quiet line with hum stays below -510. */
    private static final int QUIET = -480;

    private static final int LOWEST = -900;

    private final int[] levels = new int[FLOOR_FRAMES];
    private int known;
    private final double[] filter;
    private short[] rest;
    private long speech;
    private long noise;
    private long silence;

    public SpeechDetector(DetectorState state) {
        known = Math.min(state.levels().length, FLOOR_FRAMES);
        System.arraycopy(state.levels(), state.levels().length - known, levels, 0, known);
        filter = state.filter().clone();
        rest = state.rest().clone();
        speech = state.speechFrames();
        noise = state.noiseFrames();
        silence = state.silenceFrames();
    }

    /** Listens on; how the samples are cut into chunks makes no difference. */
    public void accept(short[] samples) {
        short[] all = Arrays.copyOf(rest, rest.length + samples.length);
        System.arraycopy(samples, 0, all, rest.length, samples.length);
        int start = 0;
        for (; start + FRAME <= all.length; start += FRAME) {
            frame(all, start);
        }
        rest = Arrays.copyOfRange(all, start, all.length);
    }

    public DetectorState state() {
        return new DetectorState(Arrays.copyOf(levels, known), rest.clone(), filter.clone(), speech, noise, silence);
    }

    public Heard heard(long missingChunks) {
        return new Heard(
                FRAME_TIME.multipliedBy(speech),
                FRAME_TIME.multipliedBy(noise),
                Duration.ZERO,
                FRAME_TIME.multipliedBy(silence),
                Duration.ZERO,
                Optional.empty(),
                Duration.ZERO,
                "",
                0,
                Heard.LOWEST_LEVEL,
                missingChunks);
    }

    private void frame(short[] samples, int start) {
        remember(level(samples, start));
        int level = levels[known - 1];
        if (level > INAUDIBLE && level - floor() > ABOVE_FLOOR && modulation() > MODULATION) {
            speech++;
        } else if (level > QUIET) {
            noise++;
        } else {
            silence++;
        }
    }

    private int level(short[] samples, int start) {
        double sum = 0;
        for (int i = start; i < start + FRAME; i++) {
            double once = POLE * (filter[1] + samples[i] - filter[0]);
            filter[0] = samples[i];
            filter[1] = once;
            double twice = POLE * (filter[3] + once - filter[2]);
            filter[2] = once;
            filter[3] = twice;
            sum += twice * twice;
        }
        double power = sum / FRAME / (32_768.0 * 32_768.0);
        return Math.max(LOWEST, (int) Math.round(100 * Math.log10(power + 1e-9)));
    }

    private void remember(int level) {
        if (known == FLOOR_FRAMES) {
            System.arraycopy(levels, 1, levels, 0, FLOOR_FRAMES - 1);
            known--;
        }
        levels[known++] = level;
    }

    /** Low percentile of the levels, each smoothed over three frames so that a single quiet frame is no floor. */
    private int floor() {
        int[] smooth = new int[known];
        for (int i = 0; i < known; i++) {
            int from = Math.max(0, i - 2);
            smooth[i] = (levels[from] + levels[Math.max(0, i - 1)] + levels[i]) / 3;
        }
        Arrays.sort(smooth);
        return smooth[(int) (FLOOR_PERCENTILE * (known - 1))];
    }

    private double modulation() {
        int from = Math.max(0, known - MODULATION_FRAMES);
        if (known - from < 6) {
            return 0;
        }
        int sum = 0;
        for (int i = from + 1; i < known; i++) {
            sum += Math.abs(levels[i] - levels[i - 1]);
        }
        return (double) sum / (known - from - 1);
    }
}
