package id.tanggap.triage.model;

import id.tanggap.triage.audio.Heard;
import id.tanggap.triage.policy.CallStatus;
import id.tanggap.triage.policy.CallerRecord;
import id.tanggap.triage.policy.Evidence;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * Reads features from evidence such that monotone curves of them are monotone in the evidence: more speech never raises a
 * feature that speaks for a hoax nor lowers one that speaks against it, and more silence never does the opposite.
 */
final class Reading {

    /** Less than this may be a detector's mistake, from this on it is speech without doubt. From the measured clips. */
    private static final double SPEECH_FROM = 0.2;

    private static final double SPEECH_CERTAIN = 1;

    /** Judgement: one in fear begins to speak within this time, most at once. Seconds. */
    private static final double PROMPT = 5;

    /** A call that ended sooner than this after the answer was hardly held. Seconds, judgement. */
    private static final double EARLY = 5;

    /** Between these seconds without a voice a call turns from being talked in to being silent. Judgement. */
    private static final double SILENT_FROM = 4;

    private static final double SILENT_FULL = 20;

    /** A chunk that never came may have held a quarter second of a voice, which is the usual length of one. */
    private static final double CHUNK = 0.25;

    private Reading() {}

    static double speech(Evidence e) {
        return heard(e, seconds(e.heard().speech()));
    }

    static double silence(Evidence e) {
        return heard(e, voiceless(e, e.heard().silence()));
    }

    static double engine(Evidence e) {
        // An engine with a voice under it is not an engine alone.
        return heard(e, voiceless(e, e.heard().engine()) * (1 - e.heard().coveredShare()));
    }

    static double other(Evidence e) {
        return heard(e, seconds(e.heard().other()));
    }

    static double longestSilence(Evidence e) {
        return heard(e, seconds(e.heard().longestSilence()) * wholeness(e.heard()));
    }

    static double promptness(Evidence e) {
        return heard(
                e,
                e.heard()
                        .firstSpeech()
                        .map(start -> Math.max(0, PROMPT - seconds(start)))
                        .orElse(0.0));
    }

    static double distress(Evidence e) {
        return seconds(e.heard().distress());
    }

    static double keys(Evidence e) {
        return Math.max(e.dtmf().length(), e.heard().keys().length());
    }

    static double taps(Evidence e) {
        return e.heard().taps();
    }

    /** Time on the line counts for the caller, unless it is known to have been spent in silence. */
    static double talk(Evidence e) {
        if (!e.answered()) {
            return Feature.MISSING;
        }
        double quiet = ramp(seconds(e.heard().withoutSpeech()), SILENT_FROM, SILENT_FULL) * unspoken(e);
        return seconds(e.sinceAnswer()) * (1 - quiet);
    }

    static double abandoned(Evidence e) {
        return yes(e.status() == CallStatus.ABANDONED && !e.answered());
    }

    static double hungUpEarly(Evidence e) {
        if (!e.answered() || !e.status().isOver()) {
            return 0;
        }
        return Math.max(0, EARLY - seconds(e.talk())) * unspoken(e);
    }

    static double pranks(Evidence e) {
        return known(e, CallerRecord::pranks);
    }

    static double ghosts(Evidence e) {
        return known(e, CallerRecord::ghosts);
    }

    static double genuine(Evidence e) {
        return known(e, CallerRecord::genuine);
    }

    static double information(Evidence e) {
        return known(e, CallerRecord::information);
    }

    static double confirmed(Evidence e) {
        return known(e, CallerRecord::confirmed);
    }

    static double unfounded(Evidence e) {
        return known(e, CallerRecord::unfounded);
    }

    static double lastHour(Evidence e) {
        return known(e, CallerRecord::callsLastHour);
    }

    static double lastDay(Evidence e) {
        return known(e, CallerRecord::callsLastDay);
    }

    static double abandonedShare(Evidence e) {
        return known(e, CallerRecord::abandonedShare);
    }

    static double firstEver(Evidence e) {
        return known(e, record -> yes(record.firstEver()));
    }

    static double reported(Evidence e) {
        return yes(e.said().reported());
    }

    static double words(Evidence e) {
        return e.said().reported() ? e.said().textEvidence() : Feature.MISSING;
    }

    static double indicators(Evidence e) {
        return e.said().indicators().size();
    }

    static double independent(Evidence e) {
        return e.others().independentCallers();
    }

    static double crowd(Evidence e) {
        return e.others().crowd();
    }

    private static double heard(Evidence e, double value) {
        return e.heard().total().isZero() ? Feature.MISSING : value;
    }

    private static double known(Evidence e, ToDoubleFunction<CallerRecord> value) {
        return e.record().known() ? value.applyAsDouble(e.record()) : Feature.MISSING;
    }

    /** Seconds of this, as far as nobody has spoken on the line. */
    private static double voiceless(Evidence e, Duration time) {
        return seconds(time) * unspoken(e) * wholeness(e.heard());
    }

    /** 1 while nobody has spoken, 0 from a second of speech on. */
    private static double unspoken(Evidence e) {
        return 1 - ramp(seconds(e.heard().speech()), SPEECH_FROM, SPEECH_CERTAIN);
    }

    /** Share of the time without speech that was truly heard: what is missing may have held a voice. */
    private static double wholeness(Heard heard) {
        double without = seconds(heard.withoutSpeech());
        return heard.missingChunks() == 0 ? 1 : without / (without + CHUNK * heard.missingChunks());
    }

    private static double ramp(double value, double from, double full) {
        return Math.clamp((value - from) / (full - from), 0, 1);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }

    private static double yes(boolean is) {
        return is ? 1 : 0;
    }
}
