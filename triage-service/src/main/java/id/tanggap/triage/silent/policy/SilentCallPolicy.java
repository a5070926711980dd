package id.tanggap.triage.silent.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The procedure for a call on which nobody speaks: prompt, listen, ring back twice, and then a person decides. It advises;
 * no step of it ends, drops or holds up a call. Whatever a caller does to be noticed leads to a person at once, even after
 * the procedure is over, and only a person's word ends what lies with a person.
 *
 * <p>After the United Kingdom's Silent Solution: of about 5,000 silent calls a day that reach its prompt, about 50 press 55.
 */
public final class SilentCallPolicy {

    private final Timing timing;

    public SilentCallPolicy(Timing timing) {
        this.timing = timing;
    }

    /** The first step, once the call is answered. */
    public Optional<Stage> begin(Facts facts, Instant now) {
        return facts.answered()
                ? Optional.of(new Stage(
                        Step.WATCHING, Cause.ANSWERED, now, now, Optional.of(now.plus(timing.lost())), Known.NOTHING))
                : Optional.empty();
    }

    /** The stage that follows on what is known at {@code now}; the same one if it stays. */
    public Stage next(Stage stage, Facts facts, Instant now) {
        if (stage.cause().isFinal()) {
            return stage;
        }
        Optional<Cause> genuine = facts.word().genuine();
        if (genuine.isPresent()) {
            return stage.to(Step.CLOSED, genuine.get(), facts, now);
        }
        Optional<Cause> signal = signal(stage, facts);
        if (signal.isPresent()) {
            return stage.to(Step.PERSON_NOW, signal.get(), facts, now);
        }
        if (stage.step() == Step.CLOSED) {
            return stage;
        }
        return facts.word()
                .endsSince(stage.known().word(), stage.step())
                .map(why -> stage.to(Step.CLOSED, why, facts, now))
                .orElseGet(() -> goOn(stage, facts, now));
    }

    private Optional<Cause> signal(Stage stage, Facts facts) {
        if (stage.step() == Step.PERSON_NOW) {
            return Optional.empty();
        }
        Signals before = stage.known().signals();
        boolean speaks = stage.step() != Step.WATCHING
                && stage.step() != Step.CLOSED
                && facts.signals().speaksSince(before, timing.speech());
        return facts.signals().newsSince(before, timing).or(() -> Optional.of(Cause.SPEECH_AFTER_PROMPT)
                .filter(cause -> speaks));
    }

    private Stage goOn(Stage stage, Facts facts, Instant now) {
        boolean due = stage.due().filter(moment -> !now.isBefore(moment)).isPresent();
        return switch (stage.step()) {
            case WATCHING -> watch(stage, facts, now, due);
            case PROMPT -> prompted(stage, facts, now, due);
            case LISTENING -> listen(stage, facts, now, due);
            case CALL_BACK_1 ->
                calledBack(facts, 1, due)
                        .map(why -> callBack(stage, Step.CALL_BACK_2, why, facts, now, callBackGap(why)))
                        .orElse(stage);
            case CALL_BACK_2 ->
                calledBack(facts, 2, due)
                        .map(why -> stage.to(Step.PERSON, why, facts, now))
                        .orElse(stage);
            case PERSON, PERSON_NOW, CLOSED -> stage;
        };
    }

    private Stage watch(Stage stage, Facts facts, Instant now, boolean due) {
        if (facts.signals().speaksSince(stage.known().signals(), timing.spoke())) {
            return stage.to(Step.CLOSED, Cause.SPOKE, facts, now);
        }
        if (facts.over()) {
            return due ? ringBack(stage, Cause.LINE_ENDED, facts, now) : awaitReport(stage, now);
        }
        if (due) {
            return stage.to(Step.PERSON, Cause.LOST_TRACK, facts, now);
        }
        boolean silent = facts.silence().compareTo(timing.silence()) >= 0;
        return silent || facts.told().prompt().isPresent()
                ? stage.to(Step.PROMPT, silent ? Cause.SILENCE : Cause.PROMPT_PLAYED, facts, now)
                        .dueAt(now.plus(timing.promptWait()))
                : stage;
    }

    /** Who talked with the caller may still be writing the report. */
    private Stage awaitReport(Stage stage, Instant now) {
        Instant latest = now.plus(timing.grace());
        return stage.due().filter(latest::isBefore).isPresent() ? stage.dueAt(latest) : stage;
    }

    private Stage prompted(Stage stage, Facts facts, Instant now, boolean due) {
        if (facts.over()) {
            return ringBack(stage, Cause.LINE_ENDED, facts, now);
        }
        boolean played = facts.told().prompt().isPresent();
        return played || due
                ? listening(stage, played ? Cause.PROMPT_PLAYED : Cause.PROMPT_NOT_TOLD, facts, now)
                : stage;
    }

    private Stage listen(Stage stage, Facts facts, Instant now, boolean due) {
        if (facts.over()) {
            return ringBack(stage, Cause.LINE_ENDED, facts, now);
        }
        if (stage.cause() == Cause.PROMPT_NOT_TOLD && facts.told().prompt().isPresent()) {
            // It was played late: only now the caller knows what to do.
            return listening(stage, Cause.PROMPT_PLAYED, facts, now);
        }
        return due ? ringBack(stage, Cause.NO_SIGNAL, facts, now) : stage;
    }

    private Stage listening(Stage stage, Cause why, Facts facts, Instant now) {
        return stage.to(Step.LISTENING, why, facts, now).dueAt(now.plus(timing.listen()));
    }

    private Stage ringBack(Stage stage, Cause why, Facts facts, Instant now) {
        return facts.reachable()
                ? callBack(stage, Step.CALL_BACK_1, why, facts, now, Duration.ZERO)
                : stage.to(Step.PERSON, Cause.NO_NUMBER, facts, now);
    }

    private Stage callBack(Stage stage, Step step, Cause why, Facts facts, Instant now, Duration gap) {
        Instant from = now.plus(gap);
        return stage.to(step, why, facts, now).from(from).dueAt(from.plus(timing.callBackWait()));
    }

    private static Optional<Cause> calledBack(Facts facts, int attempt, boolean due) {
        return facts.told().callBack(attempt).map(told -> Cause.NOT_REACHED).or(() -> Optional.of(Cause.NO_RESULT)
                .filter(nothing -> due));
    }

    /** Without a result minutes have passed already. */
    private Duration callBackGap(Cause why) {
        return why == Cause.NO_RESULT ? Duration.ZERO : timing.callBackGap();
    }
}
