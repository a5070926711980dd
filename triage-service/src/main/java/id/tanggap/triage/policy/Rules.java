package id.tanggap.triage.policy;

import java.util.Map;

/**
 * The rules that no sum overrules, whatever model made it. Each only lowers the likelihood, or keeps a call out of the band
 * of hoaxes that the likelihood alone would put it in; one that applies is named in the reasons. Weakest first: nothing is
 * added after the first of them.
 */
final class Rules {

    private static final Map<Indicator, ReasonCode> INDICATORS = Map.of(
            Indicator.FIRE, ReasonCode.FIRE_REPORT,
            Indicator.MEDICAL, ReasonCode.MEDICAL_REPORT,
            Indicator.CHILD, ReasonCode.CHILD_REPORT,
            Indicator.VIOLENCE, ReasonCode.VIOLENCE_REPORT,
            Indicator.DISASTER, ReasonCode.DISASTER_REPORT,
            Indicator.WORDING, ReasonCode.WORDING_REPORT);

    private Rules() {}

    static void apply(Evidence evidence, Sum sum) {
        if (!OperatorWord.hoax(evidence)) {
            machineAlone(evidence, sum);
        }
        signs(evidence, sum);
        others(evidence.others(), sum);
        report(evidence.said(), sum);
        certain(evidence, sum);
    }

    /** Until a person says that it was a hoax, a machine keeps its doubts. */
    private static void machineAlone(Evidence evidence, Sum sum) {
        sum.hold(ReasonCode.NEVER_CERTAIN, Limits.MACHINE);
        // Neither the caller's past nor a lack of evidence makes a hoax: only silence that was heard does.
        if (!Line.quiet(evidence) || Line.certainSpeech(evidence)) {
            sum.doubt(ReasonCode.NOT_ENOUGH_HEARD);
        } else if (!Line.heardOut(evidence)) {
            sum.doubt(ReasonCode.NOT_HEARD_OUT);
        } else if (!evidence.record().hoaxesByHabit()) {
            // About one in a hundred silent callers is in distress: silence alone is never enough, a habit of it may
            // be.
            sum.doubt(ReasonCode.NO_HABIT);
        }
        if (Line.distress(evidence)) {
            sum.rule(ReasonCode.DISTRESS_RULE, Limits.NEVER_HOAX);
        }
        if (Line.coveredVoice(evidence)) {
            sum.rule(ReasonCode.COVERED_VOICE, Limits.NEVER_HOAX);
        }
        if (evidence.record().known() && evidence.record().firstEver() && Line.someSpeech(evidence)) {
            sum.rule(ReasonCode.FIRST_CALL_WITH_SPEECH, Limits.NEVER_HOAX);
        }
    }

    private static void signs(Evidence evidence, Sum sum) {
        if (evidence.heard().taps() > 0) {
            sum.rule(ReasonCode.TAPPED, Limits.NEVER_HOAX);
        }
        if (evidence.keyPressed()) {
            sum.rule(ReasonCode.KEY_PRESSED, Limits.NEVER_HOAX);
        }
    }

    private static void others(Corroboration others, Sum sum) {
        if (others.independentCallers() > 1) {
            sum.rule(ReasonCode.CORROBORATED_TWICE, Limits.SERIOUS);
        } else if (others.independentCallers() > 0) {
            sum.rule(ReasonCode.CORROBORATED, Limits.NEVER_HOAX);
        }
    }

    private static void report(Said said, Sum sum) {
        if (said.reported()) {
            sum.rule(ReasonCode.REPORTED, Limits.NEVER_HOAX);
        }
        for (Indicator indicator : Indicator.values()) {
            if (said.indicators().contains(indicator) && INDICATORS.containsKey(indicator)) {
                sum.rule(INDICATORS.get(indicator), Limits.SERIOUS);
            }
        }
    }

    private static void certain(Evidence evidence, Sum sum) {
        if (evidence.silentSolution()) {
            sum.rule(ReasonCode.SILENT_SOLUTION, Limits.GENUINE);
        }
        if (evidence.disposition().filter(Disposition.NORMAL::equals).isPresent()) {
            sum.rule(ReasonCode.OPERATOR_NORMAL, Limits.GENUINE);
        }
        if (evidence.said().lifeThreat()) {
            sum.rule(ReasonCode.LIFE_THREAT_REPORT, Limits.GENUINE);
        }
    }
}
