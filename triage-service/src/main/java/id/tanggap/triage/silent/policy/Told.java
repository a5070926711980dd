package id.tanggap.triage.silent.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the gateway and people told of the procedure, and who did; nothing told is ever replaced. */
public record Told(Optional<Prompt> prompt, List<CallBack> callBacks, List<Decided> decisions) {

    public static final Told NOTHING = new Told(Optional.empty(), List.of(), List.of());

    /** The prompt was played. */
    public record Prompt(Instant at, String by) {}

    /** The caller was rung back, the first or second time. */
    public record CallBack(int attempt, Instant at, CallBackResult result, String by) {}

    /** A person decided. */
    public record Decided(Decision decision, Instant at, String by) {}

    /** What became of telling something. */
    public sealed interface Outcome {

        /** It is new. */
        record Taken(Told now) implements Outcome {}

        /** It was told before with the same content. */
        record Repeated() implements Outcome {}

        /** It was told before with other content. */
        record Contradicted() implements Outcome {}
    }

    /** The prompt was played then. */
    public Outcome played(Instant at, String by) {
        return prompt.map(before -> repeated(before.at().equals(at)))
                .orElseGet(() -> new Outcome.Taken(new Told(Optional.of(new Prompt(at, by)), callBacks, decisions)));
    }

    /** The caller was rung back then, with this result. */
    public Outcome rungBack(int attempt, Instant at, CallBackResult result, String by) {
        return callBack(attempt)
                .map(before -> repeated(before.at().equals(at) && before.result() == result))
                .orElseGet(() -> new Outcome.Taken(
                        new Told(prompt, and(callBacks, new CallBack(attempt, at, result, by)), decisions)));
    }

    /** A person decides what lies with a person; what is closed by a decision can only be decided the same way again. */
    public Outcome decided(Stage stage, Decision decision, Instant at, String by) {
        if (stage.step().isWithPerson()) {
            return new Outcome.Taken(new Told(prompt, callBacks, and(decisions, new Decided(decision, at, by))));
        }
        return repeated(stage.cause() == Cause.DECIDED && decisions.getLast().decision() == decision);
    }

    Optional<CallBack> callBack(int attempt) {
        return callBacks.stream().filter(one -> one.attempt() == attempt).findFirst();
    }

    /** Call-backs at which the caller spoke or signalled. */
    public int answers() {
        return (int) callBacks.stream().filter(one -> one.result().isSignal()).count();
    }

    private static Outcome repeated(boolean same) {
        return same ? new Outcome.Repeated() : new Outcome.Contradicted();
    }

    private static <T> List<T> and(List<T> before, T next) {
        return Stream.concat(before.stream(), Stream.of(next)).toList();
    }
}
