package id.tanggap.triage.audio;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Hears pressed keys (DTMF, ITU-T Q.23) under the limits of Q.24: two tones for at least 40 ms, keys at least 40 ms apart,
 * twist of at most 8 dB, frequencies within 2.2% (1.5% must be, 3.5% must not be accepted).
 *
 * <p>A voice is kept out by asking that the pair holds most of the power, and that both tones keep their frequency from one
 * block of 12.75 ms to the next, which the phase shows to a few hertz.
 */
final class KeyDetector {

    private static final int BLOCK = 102;
    private static final double[] TONES = {697, 770, 852, 941, 1_209, 1_336, 1_477, 1_633};
    private static final String KEYS = "123A456B789C*0#D";
    private static final int ROWS = 4;

    /** Share of the block's power that the pair must hold: a signal at least 6 dB over everything else. */
    private static final double SHARE = 0.8;

    /** Each tone over the others of its four, as power: 6 dB. */
    private static final double DOMINANCE = 4;

    /** 8 dB as power. */
    private static final double TWIST = 6.3;

    /** What the weaker tone must then hold, given the twist. */
    private static final double LEAST_OF_PAIR = SHARE / (1 + TWIST);

    /** Power of the weaker tone: about -42 dBFS. */
    private static final double WEAKEST = 6e-5;

    private static final double TOLERANCE = 0.022;

    /** Power of a tone in one block over that in the next, 2 dB: a key's tones are even, a voice's are not. */
    private static final double EVEN = 1.6;

    /** Blocks without the key until the same key counts again: 25 ms. */
    private static final int PAUSE = 2;

    private static final float[] TWICE_COS = new float[TONES.length];
    private static final double[] COS = new double[TONES.length];
    private static final double[] SIN = new double[TONES.length];

    static {
        for (int tone = 0; tone < TONES.length; tone++) {
            double angle = 2 * Math.PI * TONES[tone] / Ear.RATE;
            COS[tone] = Math.cos(angle);
            SIN[tone] = Math.sin(angle);
            TWICE_COS[tone] = (float) (2 * COS[tone]);
        }
    }

    private final float[] block = new float[BLOCK];
    private int filled;
    private int candidate = -1;
    private double rowPhase;
    private double columnPhase;
    private double rowPower;
    private double columnPower;
    private int pressed = -1;
    private int absent;
    private String heard = "";

    void accept(float[] samples, int count) {
        for (int i = 0; i < count; i++) {
            block[filled++] = samples[i];
            if (filled == BLOCK) {
                filled = 0;
                block();
            }
        }
    }

    /** Keys so far, at most {@value Heard#MOST_KEYS}. */
    String heard() {
        return heard;
    }

    /** Keys heard elsewhere belong to this line too. */
    void add(String keys) {
        String all = heard + keys;
        heard = all.substring(0, Math.min(Heard.MOST_KEYS, all.length()));
    }

    void gap() {
        filled = 0;
        candidate = -1;
        pressed = -1;
        absent = 0;
    }

    private void block() {
        double total = 0;
        for (float sample : block) {
            total += sample * sample;
        }
        int before = candidate;
        double rowBefore = rowPhase;
        double columnBefore = columnPhase;
        double rowPowerBefore = rowPower;
        double columnPowerBefore = columnPower;
        candidate = total / BLOCK < WEAKEST ? -1 : pair(total);
        boolean held = candidate >= 0
                && candidate == before
                && isEven(rowPower, rowPowerBefore)
                && isEven(columnPower, columnPowerBefore)
                && isSteady(candidate / ROWS, rowPhase - rowBefore)
                && isSteady(ROWS + candidate % ROWS, columnPhase - columnBefore);
        if (held && pressed != candidate) {
            pressed = candidate;
            add(KEYS.substring(pressed, pressed + 1));
        }
        absent = pressed >= 0 && candidate == pressed ? 0 : absent + 1;
        if (absent >= PAUSE) {
            pressed = -1;
        }
    }

    /** The pair of tones in the block, or -1. */
    private int pair(double total) {
        float[] newest = new float[TONES.length];
        float[] older = new float[TONES.length];
        double[] power = new double[TONES.length];
        measure(0, newest, older, power);
        if (power[strongest(power, 0)] < LEAST_OF_PAIR * total / BLOCK) {
            // Nearly always: no need to look for the other tone.
            return -1;
        }
        measure(ROWS, newest, older, power);
        int row = strongest(power, 0);
        int column = strongest(power, ROWS);
        double weaker = Math.min(power[row], power[column]);
        double stronger = Math.max(power[row], power[column]);
        if (weaker < WEAKEST
                || stronger > TWIST * weaker
                || weaker + stronger < SHARE * total / BLOCK
                || !dominates(power, row, 0)
                || !dominates(power, column, ROWS)) {
            return -1;
        }
        rowPower = power[row];
        columnPower = power[column];
        rowPhase = phase(row, newest[row], older[row]);
        columnPhase = phase(column, newest[column], older[column]);
        return row * ROWS + column - ROWS;
    }

    /** Goertzel's recursion for four tones at once. */
    private void measure(int from, float[] newest, float[] older, double[] power) {
        for (float sample : block) {
            for (int tone = from; tone < from + ROWS; tone++) {
                float next = sample + TWICE_COS[tone] * newest[tone] - older[tone];
                older[tone] = newest[tone];
                newest[tone] = next;
            }
        }
        for (int tone = from; tone < from + ROWS; tone++) {
            // Of a sine of amplitude a over n samples the sum is (a n / 2)^2; as power of the sine a^2 / 2.
            power[tone] = 2.0
                    / ((double) BLOCK * BLOCK)
                    * (newest[tone] * newest[tone]
                            + older[tone] * older[tone]
                            - TWICE_COS[tone] * newest[tone] * older[tone]);
        }
    }

    private static int strongest(double[] power, int from) {
        int best = from;
        for (int tone = from + 1; tone < from + ROWS; tone++) {
            best = power[tone] > power[best] ? tone : best;
        }
        return best;
    }

    private static boolean dominates(double[] power, int chosen, int from) {
        for (int tone = from; tone < from + ROWS; tone++) {
            if (tone != chosen && power[tone] * DOMINANCE > power[chosen]) {
                return false;
            }
        }
        return true;
    }

    private static double phase(int tone, double newest, double older) {
        return Math.atan2(older * SIN[tone], newest - older * COS[tone]);
    }

    private static boolean isEven(double power, double before) {
        return power < EVEN * before && before < EVEN * power;
    }

    /** Whether the tone is as far on as its own frequency takes it in one block. */
    private static boolean isSteady(int tone, double advance) {
        double surplus = Math.IEEEremainder(advance - 2 * Math.PI * TONES[tone] * BLOCK / Ear.RATE, 2 * Math.PI);
        double off = surplus / (2 * Math.PI) * Ear.RATE / BLOCK;
        return Math.abs(off) <= TOLERANCE * TONES[tone];
    }

    void write(Snapshot to) {
        to.put(filled);
        to.putSamples(block, filled);
        to.put(candidate);
        to.put(rowPhase);
        to.put(columnPhase);
        to.put(rowPower);
        to.put(columnPower);
        to.put(pressed);
        to.put(absent);
        to.put(heard.length());
        to.put(heard.getBytes(US_ASCII));
    }

    void read(Snapshot from) {
        filled = from.getInt();
        from.getSamples(block, filled);
        candidate = from.getInt();
        rowPhase = from.getDouble();
        columnPhase = from.getDouble();
        rowPower = from.getDouble();
        columnPower = from.getDouble();
        pressed = from.getInt();
        absent = from.getInt();
        byte[] keys = new byte[from.getInt()];
        from.get(keys);
        heard = new String(keys, US_ASCII);
    }
}
