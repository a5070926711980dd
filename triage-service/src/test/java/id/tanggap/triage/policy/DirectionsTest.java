package id.tanggap.triage.policy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.triage.audio.Heard;
import id.tanggap.triage.model.AnyModel;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Where sense demands a direction, from the evidence to the score and through every rule: for any model that may be loaded. */
class DirectionsTest {

    private static final int CALLS = 10_000;
    private final Random random = new Random(7);

    @Test
    void moreSilenceNeverLowersTheLikelihood() {
        neverLower(call -> Changed.moreSilence(call, AnyEvidence.time(random, 15)));
    }

    @Test
    void moreSpeechNeverRaisesIt() {
        neverHigher(call ->
                call.heard().equals(Heard.NOTHING) ? call : Changed.moreSpeech(call, AnyEvidence.time(random, 3)));
    }

    @Test
    void moreOfACoveredVoiceNeverRaisesIt() {
        neverHigher(call -> Changed.moreCovered(call, AnyEvidence.time(random, 10)));
    }

    @Test
    void morePranksOrSilentCallsInThePastNeverLowerIt() {
        neverLower(
                call -> Changed.record(call, pastWith(call.record(), 1 + random.nextInt(3), random.nextInt(3), 0, 0)));
    }

    @Test
    void moreGenuineOrConfirmedCallsInThePastNeverRaiseIt() {
        neverHigher(call -> Changed.record(call, pastWith(call.record(), 0, 0, random.nextInt(3), random.nextInt(3))));
    }

    @Test
    void moreIndependentCallersNeverRaiseIt() {
        neverHigher(call -> Changed.others(
                call,
                new Corroboration(
                        call.others().independentCallers() + 1 + random.nextInt(3),
                        call.others().crowd())));
    }

    @Test
    void aKeyOrATapMoreNeverRaisesIt() {
        neverHigher(call -> Changed.keys(call, call.dtmf() + "5"));
        neverHigher(call -> Changed.tapped(call, call.heard().taps() + 1));
    }

    @Test
    void aSignOfDangerNeverRaisesIt() {
        neverHigher(call -> call.said().reported()
                ? Changed.said(
                        call,
                        new Said(
                                call.said().kind(),
                                call.said().category(),
                                java.util.EnumSet.allOf(Indicator.class),
                                call.said().textEvidence()))
                : call);
    }

    /** What is missing may have held a voice: doubt, not evidence. */
    @Test
    void missingChunksNeverRaiseTheLikelihoodOfACallWithoutAVoice() {
        neverHigher(call ->
                call.heard().speech().isZero() && !call.answered() ? Changed.missing(call, random.nextInt(40)) : call);
    }

    private void neverLower(UnaryOperator<Evidence> change) {
        ordered(change, 1);
    }

    private void neverHigher(UnaryOperator<Evidence> change) {
        ordered(change, -1);
    }

    private void ordered(UnaryOperator<Evidence> change, int sign) {
        Random models = new Random(56);
        AnyEvidence.each(CALLS, call -> {
            TriagePolicy policy = new TriagePolicy(AnyModel.next(models));
            Evidence changed = change.apply(call);
            double before = policy.assess(call).hoaxLikelihood();
            double after = policy.assess(changed).hoaxLikelihood();
            assertTrue(sign * (after - before) >= 0, () -> before + " -> " + after + "\n" + call + "\n" + changed);
        });
    }

    private static CallerRecord pastWith(
            CallerRecord r, double pranks, double ghosts, double genuine, double confirmed) {
        return new CallerRecord(
                r.known(),
                r.ghosts() + ghosts,
                r.pranks() + pranks,
                r.tests(),
                r.information(),
                r.genuine() + genuine,
                r.confirmed() + confirmed,
                r.unfounded(),
                r.callsLastHour(),
                r.callsLastDay(),
                r.abandonedShare(),
                r.firstEver());
    }
}
