package id.tanggap.triage.silent;

import id.tanggap.triage.policy.CallerKind;
import id.tanggap.triage.policy.Evidence;
import id.tanggap.triage.silent.policy.Facts;
import id.tanggap.triage.silent.policy.Signals;
import id.tanggap.triage.silent.policy.Told;
import id.tanggap.triage.silent.policy.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads from a call's evidence what the procedure cares for. */
public final class SilentFacts {

    private SilentFacts() {}

    public static Facts of(Evidence evidence, Optional<Instant> dispositionAt, Told told) {
        Duration heard = evidence.heard().withoutSpeech();
        return new Facts(
                evidence.answered(),
                evidence.status().isOver(),
                evidence.caller() == CallerKind.SUBSCRIBER,
                // Sound may begin before the answer: that silence is the ringing.
                heard.compareTo(evidence.sinceAnswer()) < 0 ? heard : evidence.sinceAnswer(),
                new Signals(
                        evidence.dtmf().length() + evidence.heard().keys().length(),
                        evidence.heard().taps(),
                        evidence.heard().distress(),
                        evidence.heard().speech(),
                        told.answers()),
                new Word(
                        evidence.said().reported(),
                        evidence.disposition(),
                        dispositionAt,
                        told.decisions().size()),
                told);
    }
}
