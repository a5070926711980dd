package id.tanggap.triage.policy;

import java.time.Duration;

/**
 * From evidence to a score: a sum of log-odds, and above it the rules that no sum overrules.
 *
 * <p>Guarantees: a life-threatening report, an operator's NORMAL and a pressed 55 are never scored above 0.05; a report or
 * any key press is never in the band of hoaxes; nor is a call of which nothing speaks for a hoax but its caller's past or
 * a lack of evidence; more silence never lowers the likelihood and more speech never raises it. The score orders and
 * advises: nothing is closed, dropped or delayed by it.
 */
public final class HoaxPolicy {

    /** Version of rules and weights together, in every assessment. */
    public static final String VERSION = "rules-1";

    public Score assess(Evidence evidence) {
        Tally tally = new Tally();
        tally.add(ReasonCode.BASE_RATE, Weights.BASE_RATE);
        number(evidence, tally);
        line(evidence, tally);
        course(evidence, tally);
        past(evidence.record(), tally);
        operator(evidence, tally);
        overrides(evidence, tally);
        double likelihood = tally.likelihood();
        return new Score(likelihood, Band.of(likelihood), isConfident(evidence, likelihood), tally.reasons());
    }

    private static void number(Evidence evidence, Tally tally) {
        if (evidence.caller() == CallerKind.WITHHELD) {
            tally.add(ReasonCode.WITHHELD_NUMBER, Weights.WITHHELD);
        }
    }

    private static void line(Evidence evidence, Tally tally) {
        double quiet = quiet(evidence) * (1 - spoken(evidence));
        long whole = evidence.heard().withoutSpeech().toMillis();
        double noisy = whole == 0 ? 0 : (double) evidence.heard().noise().toMillis() / whole;
        tally.add(
                ReasonCode.SILENCE,
                quiet * (1 - noisy) * Weights.SILENCE_MOST,
                evidence.heard().silence().toSeconds());
        tally.add(
                ReasonCode.STEADY_NOISE,
                quiet * noisy * Weights.NOISE_MOST,
                evidence.heard().noise().toSeconds());
        tally.add(
                ReasonCode.SPEECH,
                spoken(evidence) * Weights.SPEECH,
                Math.max(1, evidence.heard().speech().toSeconds()));
    }

    private static void course(Evidence evidence, Tally tally) {
        if (evidence.status() == CallStatus.ABANDONED && !evidence.answered()) {
            tally.add(ReasonCode.ABANDONED, Weights.ABANDONED);
        }
        if (!evidence.status().isOver() || !evidence.answered()) {
            return;
        }
        boolean voiceless = quiet(evidence) > 0 && spoken(evidence) == 0;
        if (!voiceless) {
            double talk = ramp(evidence.talk(), Weights.TALK_FROM, Weights.TALK_FULL);
            tally.add(ReasonCode.TALK_TIME, talk * Weights.TALK, evidence.talk().toSeconds());
        }
        if (evidence.talk().compareTo(Weights.EARLY) < 0 && spoken(evidence) == 0) {
            tally.add(
                    ReasonCode.HUNG_UP_EARLY,
                    Weights.HUNG_UP_EARLY,
                    evidence.talk().toSeconds());
        }
    }

    private static void past(CallerRecord caller, Tally tally) {
        tally.add(ReasonCode.PAST_HOAXES, Math.min(Weights.PAST_HOAXES_MOST, caller.hoaxes() * Weights.PAST_HOAX));
        tally.add(
                ReasonCode.PAST_GENUINE,
                Math.max(Weights.PAST_GENUINE_MOST, (caller.genuine() + caller.information()) * Weights.PAST_GENUINE));
    }

    private static void operator(Evidence evidence, Tally tally) {
        evidence.disposition().ifPresent(disposition -> {
            switch (disposition) {
                case GHOST -> tally.add(ReasonCode.OPERATOR_GHOST, Weights.OPERATOR_GHOST);
                case PRANK -> tally.add(ReasonCode.OPERATOR_PRANK, Weights.OPERATOR_PRANK);
                case TEST -> tally.add(ReasonCode.OPERATOR_TEST, Weights.OPERATOR_TEST);
                case INFORMATION -> tally.add(ReasonCode.OPERATOR_INFORMATION, Weights.OPERATOR_INFORMATION);
                case NORMAL -> {} // overrides, below
            }
        });
    }

    /** Last, weakest first: each lowers the sum and nothing may raise it afterwards. */
    private static void overrides(Evidence evidence, Tally tally) {
        if (!speaksForHoax(evidence)) {
            tally.hold(ReasonCode.NOT_ENOUGH_HEARD, Weights.NEVER_HOAX_CEILING);
        }
        if (evidence.keyPressed() && !evidence.silentSolution()) {
            tally.override(ReasonCode.KEY_PRESSED, Weights.KEY_PRESSED, Weights.NEVER_HOAX_CEILING);
        }
        if (evidence.said().kind() == ReportKind.REPORT) {
            tally.override(ReasonCode.REPORT, Weights.REPORT, Weights.NEVER_HOAX_CEILING);
        }
        if (evidence.silentSolution()) {
            tally.override(ReasonCode.SILENT_SOLUTION, Weights.SILENT_SOLUTION, Weights.GENUINE_CEILING);
        }
        if (evidence.disposition().filter(Disposition.NORMAL::equals).isPresent()) {
            tally.override(ReasonCode.OPERATOR_NORMAL, Weights.OPERATOR_NORMAL, Weights.GENUINE_CEILING);
        }
        if (evidence.said().lifeThreat()) {
            tally.override(ReasonCode.LIFE_THREAT_REPORT, Weights.LIFE_THREAT, Weights.GENUINE_CEILING);
        }
    }

    /** Whether something that was heard, by machine or person, speaks for a hoax: not the caller's past, not a lack. */
    private static boolean speaksForHoax(Evidence evidence) {
        return saidHoax(evidence) || quiet(evidence) > 0 && spoken(evidence) < 1;
    }

    /**
     * No person needs to call back: a report carries the matter on, an operator has finished with the caller, or the caller
     * was silent as so often before. Silence alone is never enough, not even if machine and operator agree on it: both
     * observe the same silence, and one in a hundred is in distress. A key press always deserves a person.
     */
    private static boolean isConfident(Evidence evidence, double likelihood) {
        if (evidence.said().reported()) {
            return true;
        }
        if (evidence.keyPressed()) {
            return false;
        }
        Disposition said = evidence.disposition().orElse(null);
        if (said == Disposition.INFORMATION || said == Disposition.TEST || said == Disposition.PRANK) {
            return true;
        }
        boolean silent = said == Disposition.GHOST || quiet(evidence) > 0.5 && spoken(evidence) == 0;
        boolean repeated = evidence.record().hoaxes() >= Weights.REPEATED;
        return silent
                && repeated
                && likelihood >= Weights.CONFIDENT_FROM
                && evidence.status().isOver();
    }

    private static boolean saidHoax(Evidence evidence) {
        return evidence.disposition()
                .filter(said -> said == Disposition.GHOST || said == Disposition.PRANK)
                .isPresent();
    }

    private static double quiet(Evidence evidence) {
        return ramp(evidence.heard().withoutSpeech(), Weights.SILENCE_FROM, Weights.SILENCE_FULL);
    }

    private static double spoken(Evidence evidence) {
        return ramp(evidence.heard().speech(), Weights.SPEECH_FROM, Weights.SPEECH_CERTAIN);
    }

    /** 0 up to {@code from}, 1 after {@code full}, straight between. */
    private static double ramp(Duration value, Duration from, Duration full) {
        double share = (double) value.minus(from).toMillis() / full.minus(from).toMillis();
        return Math.clamp(share, 0, 1);
    }
}
