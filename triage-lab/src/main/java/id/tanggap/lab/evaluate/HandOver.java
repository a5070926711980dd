package id.tanggap.lab.evaluate;

import id.tanggap.triage.policy.Evidence;
import id.tanggap.triage.silent.SilentFacts;
import id.tanggap.triage.silent.policy.SilentCallPolicy;
import id.tanggap.triage.silent.policy.Stage;
import id.tanggap.triage.silent.policy.Step;
import id.tanggap.triage.silent.policy.Timing;
import id.tanggap.triage.silent.policy.Told;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * When triage's procedure for silent calls, followed at once, takes a line from its operator and when it calls a person back
 * to it: from the advice to play the prompt the gateway keeps the line, and the operator is free for others.
 *
 * @param takenMs since the answer; {@link Watched#NEVER} where somebody speaks in time, or the call ends before
 * @param backMs since the answer, {@link Watched#NEVER} where nobody gave a sign while the line lasted
 */
record HandOver(int takenMs, int backMs) {
    static final HandOver NONE = new HandOver(Watched.NEVER, Watched.NEVER);

    /** As often as sound reaches triage. */
    private static final int CHUNK_MS = 250;

    private static final SilentCallPolicy POLICY = new SilentCallPolicy(Timing.USUAL);

    /** Follows a call through the procedure, chunk by chunk. */
    static HandOver of(Instant answeredAt, int talkMs, IntFunction<Evidence> evidenceAt) {
        Stage stage = null;
        Told told = Told.NOTHING;
        int taken = Watched.NEVER;
        for (int ms = CHUNK_MS; ms < talkMs; ms += CHUNK_MS) {
            Instant now = answeredAt.plusMillis(ms);
            var facts = SilentFacts.of(evidenceAt.apply(ms), Optional.empty(), told);
            stage = stage == null ? POLICY.begin(facts, now).orElseThrow() : POLICY.next(stage, facts, now);
            if (taken == Watched.NEVER && stage.step() == Step.PROMPT) {
                taken = ms;
                told = ((Told.Outcome.Taken) told.played(now, "gateway")).now();
            }
            if (stage.step() == Step.CLOSED || stage.step().isWithPerson()) {
                return taken == Watched.NEVER ? NONE : new HandOver(taken, ms);
            }
        }
        return new HandOver(taken, Watched.NEVER);
    }

    /** Milliseconds of a call of this length during which no operator was with it, up to {@code untilMs}. */
    int freeMs(int talkMs, int untilMs) {
        int end = Math.min(Math.min(backMs, talkMs), untilMs);
        return takenMs >= end ? 0 : end - takenMs;
    }

    boolean happened() {
        return takenMs != Watched.NEVER;
    }
}
