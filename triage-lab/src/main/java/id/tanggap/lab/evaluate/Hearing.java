package id.tanggap.lab.evaluate;

/** How well the ear of the simulation hears, as probabilities: each from triage's own audio measurements, or a judgement. */
final class Hearing {

    private Hearing() {}

    /** Speech AUROC 1.0 at 0 dB and more on the measured clips; a fault in so few clips cannot be told from none. Judgement. */
    static final double CLEAR_SPEECH_MISSED = 0.005;

    /** The goal is 2% at most of whisper-level clips; a turn of one speaks less than a clip. Judgement: the goal itself. */
    static final double WHISPER_MISSED = 0.02;

    /** Below 0 dB, and below -5 dB. Goals AUROC 0.97 at -5 dB and 0.90 at -10 dB: equal errors of about 0.09 and 0.18. */
    static final double COVERED_SPEECH_MISSED = 0.09;

    static final double DROWNED_SPEECH_MISSED = 0.18;

    /** dBFS below which a voice is hardly above a whisper; the world's whisper is near -42. */
    static final double WHISPER_BELOW = -38;

    /** Engine AUROC 0.97: with equal errors of a normal score, 1 - Phi(sqrt(2) * 1.88 / 2). */
    static final double ENGINE_CONFUSED = 0.092;

    /** The goal is 2% at most of engine-only clips taken for speech. */
    static final double ENGINE_TAKEN_FOR_SPEECH = 0.02;

    /** Crying found in 9 of 10 clips; (9 + 1) / (10 + 2), since ten clips prove little. */
    static final double CRYING_FOUND = 10.0 / 12;

    /** Distress heard in a turn of speech. Judgement. */
    static final double SPEECH_TAKEN_FOR_CRYING = 0.003;

    /** Keys found: 8 of 8; (8 + 1) / (8 + 2). */
    static final double KEY_FOUND = 9.0 / 10;

    /** Taps have not been measured on recordings. Judgement. */
    static final double TAP_FOUND = 0.8;

    /** A rustle heard as a group of taps. Judgement. */
    static final double NOISE_TAKEN_FOR_TAPS = 0.01;
}
