package id.tanggap.triage.silent.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * A step of the procedure for one call.
 *
 * @param notBefore from when on the advice is to be followed
 * @param due when the step is over by itself, empty where only a person or a signal can end it
 */
public record Stage(Step step, Cause cause, Instant since, Instant notBefore, Optional<Instant> due, Known known) {

    Stage to(Step next, Cause why, Facts facts, Instant now) {
        return new Stage(next, why, now, now, Optional.empty(), known(next, facts));
    }

    Stage dueAt(Instant moment) {
        return new Stage(step, cause, since, notBefore, Optional.of(moment), known);
    }

    Stage from(Instant moment) {
        return new Stage(step, cause, since, moment, due, known);
    }

    /** Whether the two are the same step for the same reason, whenever it is due. */
    public boolean isSame(Stage other) {
        return step == other.step && cause == other.cause;
    }

    /**
     * Signals count as known once somebody was told of them. Until then they add up, so that two short cries are as good as
     * a long one; but speech before the prompt is no answer to it.
     */
    private Known known(Step next, Facts facts) {
        Signals signals =
                switch (next) {
                    case PERSON_NOW, CLOSED -> facts.signals();
                    case PROMPT -> known.signals().withSpeech(facts.signals().speech());
                    default -> known.signals();
                };
        return new Known(signals, facts.word());
    }
}
