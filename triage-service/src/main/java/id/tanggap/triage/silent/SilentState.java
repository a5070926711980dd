package id.tanggap.triage.silent;

import id.tanggap.triage.silent.policy.Advice;
import id.tanggap.triage.silent.policy.Cause;
import id.tanggap.triage.silent.policy.Stage;
import id.tanggap.triage.silent.policy.Step;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the procedure of a call stands and what to do: the payload of {@code triage.silent.v1} and the answer over REST.
 *
 * @param version of the step, from 1
 * @param notBefore from when on the advice is to be followed
 * @param dueAt when the procedure goes on by itself, empty where only a person or a signal ends the step
 */
public record SilentState(
        String callId,
        long version,
        Step step,
        Cause cause,
        Advice advice,
        String textId,
        String textEn,
        Instant since,
        Instant notBefore,
        Optional<Instant> dueAt) {

    static SilentState of(String callId, long version, Stage stage) {
        return of(callId, version, stage.step(), stage.cause(), stage.since(), stage.notBefore(), stage.due());
    }

    static SilentState of(SilentCall call) {
        return of(
                call.callId,
                call.version,
                call.step,
                call.cause,
                call.since,
                call.notBefore,
                Optional.ofNullable(call.dueAt));
    }

    private static SilentState of(
            String callId,
            long version,
            Step step,
            Cause cause,
            Instant since,
            Instant notBefore,
            Optional<Instant> due) {
        Advice advice = step.advice();
        return new SilentState(
                callId, version, step, cause, advice, advice.textId(), advice.textEn(), since, notBefore, due);
    }
}
