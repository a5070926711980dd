package id.tanggap.triage.model;

import static id.tanggap.triage.model.Direction.DOWN;
import static id.tanggap.triage.model.Direction.FREE;
import static id.tanggap.triage.model.Direction.UP;
import static id.tanggap.triage.model.Unit.COUNT;
import static id.tanggap.triage.model.Unit.LOG_ODDS;
import static id.tanggap.triage.model.Unit.SECONDS;
import static id.tanggap.triage.model.Unit.SHARE;
import static id.tanggap.triage.model.Unit.YES_NO;

import id.tanggap.triage.policy.Evidence;
import id.tanggap.triage.policy.ReasonCode;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a model looks at. Zero of a feature is "nothing of the kind" and adds nothing; a missing one is
 * {@link #MISSING} and adds nothing either. The operator's disposition is none of them: it is what models learn from.
 *
 * <p>A withheld number is none of them either: those who cannot be told apart are not judged by it.
 */
public enum Feature {
    SPEECH(ReasonCode.SPEECH, SECONDS, DOWN, DOWN, FREE, Reading::speech, .2, .5, 1, 2, 5, 15),
    SILENCE(ReasonCode.SILENCE, SECONDS, UP, UP, FREE, Reading::silence, 1, 3, 5, 8, 12, 20, 40),
    ENGINE(ReasonCode.STEADY_NOISE, SECONDS, UP, DOWN, FREE, Reading::engine, 1, 3, 5, 10, 20),
    OTHER(ReasonCode.OTHER_SOUND, SECONDS, FREE, FREE, FREE, Reading::other, 0, 2, 5, 15, 40),
    LONGEST_SILENCE(ReasonCode.LONG_SILENCE, SECONDS, UP, UP, FREE, Reading::longestSilence, 1, 3, 6, 12, 25),
    PROMPTNESS(ReasonCode.PROMPT_SPEECH, SECONDS, DOWN, DOWN, FREE, Reading::promptness, 0, 1, 3, 5),
    DISTRESS(ReasonCode.DISTRESS, SECONDS, DOWN, FREE, DOWN, Reading::distress, .3, 1, 3),
    KEYS(ReasonCode.KEYS, COUNT, DOWN, FREE, DOWN, Reading::keys, 0, 1, 3),
    TAPS(ReasonCode.TAPS, COUNT, DOWN, FREE, DOWN, Reading::taps, 0, 1, 3),
    TALK(ReasonCode.TALK_TIME, SECONDS, DOWN, FREE, FREE, Reading::talk, 5, 15, 30, 60, 120, 300),
    ABANDONED(ReasonCode.ABANDONED, YES_NO, FREE, FREE, FREE, Reading::abandoned, 0, 1),
    HUNG_UP_EARLY(ReasonCode.HUNG_UP_EARLY, SECONDS, UP, FREE, FREE, Reading::hungUpEarly, 0, 2, 5),
    PAST_PRANKS(ReasonCode.PAST_PRANKS, COUNT, UP, DOWN, FREE, Reading::pranks, 0, .5, 1, 3, 6),
    PAST_GHOSTS(ReasonCode.PAST_GHOSTS, COUNT, UP, UP, FREE, Reading::ghosts, 0, .5, 1, 3, 6),
    PAST_GENUINE(ReasonCode.PAST_GENUINE, COUNT, DOWN, FREE, DOWN, Reading::genuine, 0, .5, 1, 3),
    PAST_INFORMATION(ReasonCode.PAST_INFORMATION, COUNT, DOWN, FREE, UP, Reading::information, 0, .5, 1, 3),
    PAST_CONFIRMED(ReasonCode.PAST_CONFIRMED, COUNT, DOWN, FREE, DOWN, Reading::confirmed, 0, .5, 1, 3),
    PAST_UNFOUNDED(ReasonCode.PAST_UNFOUNDED, COUNT, UP, FREE, FREE, Reading::unfounded, 0, .5, 1, 3),
    CALLS_LAST_HOUR(ReasonCode.CALLS_LAST_HOUR, COUNT, FREE, FREE, FREE, Reading::lastHour, 0, 1, 3, 6, 12),
    CALLS_LAST_DAY(ReasonCode.CALLS_LAST_DAY, COUNT, FREE, FREE, FREE, Reading::lastDay, 0, 1, 3, 6, 15),
    ABANDONED_SHARE(ReasonCode.OFTEN_ABANDONED, SHARE, FREE, FREE, FREE, Reading::abandonedShare, 0, .5, 1),
    FIRST_EVER(ReasonCode.FIRST_CALL, YES_NO, DOWN, FREE, FREE, Reading::firstEver, 0, 1),
    REPORTED(ReasonCode.REPORT, YES_NO, DOWN, FREE, FREE, Reading::reported, 0, 1),
    WORDS(ReasonCode.WORDS, LOG_ODDS, UP, FREE, FREE, Reading::words, -6, -3, -1, 0, 1, 3, 6),
    INDICATORS(ReasonCode.INDICATORS, COUNT, DOWN, FREE, DOWN, Reading::indicators, 0, 1, 2),
    INDEPENDENT(ReasonCode.INDEPENDENT_CALLERS, COUNT, DOWN, FREE, DOWN, Reading::independent, 0, 1, 3),
    CROWD(ReasonCode.CROWD, COUNT, UP, DOWN, FREE, Reading::crowd, 1, 3, 10);

    /** Stands in a vector for what is not known. */
    public static final double MISSING = Double.NaN;

    private static final Feature[] ALL = values();

    private final ReasonCode reason;
    private final Unit unit;
    private final Direction[] directions;
    private final ToDoubleFunction<Evidence> reading;
    private final double[] knots;

    Feature(
            ReasonCode reason,
            Unit unit,
            Direction hoax,
            Direction ghost,
            Direction information,
            ToDoubleFunction<Evidence> reading,
            double... knots) {
        this.reason = reason;
        this.unit = unit;
        this.directions = new Direction[] {hoax, ghost, information};
        this.reading = reading;
        this.knots = knots;
    }

    public ReasonCode reason() {
        return reason;
    }

    public Unit unit() {
        return unit;
    }

    public Direction direction(Dichotomy dichotomy) {
        return directions[dichotomy.ordinal()];
    }

    /** Where a trained curve may bend; judgement, fine where seconds decide. */
    public double[] knots() {
        return knots.clone();
    }

    /** The features of this evidence in the order of {@link #values()}. */
    public static double[] vector(Evidence evidence) {
        double[] vector = new double[ALL.length];
        for (int i = 0; i < ALL.length; i++) {
            vector[i] = ALL[i].reading.applyAsDouble(evidence);
        }
        return vector;
    }

    public static List<Feature> all() {
        return List.of(ALL);
    }
}
