package id.tanggap.ticket.callback.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether somebody must ring a caller back. It errs to calling back: only a report, a person's word that ends the
 * matter or a triage that says it is sure prevents a task, and only the first two end one. A triage that is away is not
 * sure, and no triage is sure enough of a caller whom a person found genuine. So it is not only about silent calls that triage is
 * unsure of: it is about every call without a report, also one that was given up before the answer, or whose end nobody told.
 *
 * <p>A call of which nothing more is heard is over some time later, whether or not anybody tells of its end.
 *
 * <p>A caller without a number gets a task like any other as long as it can lead anywhere: by the place that the network told,
 * which the operator sees with the call, or by who answered and may know what was said. Where neither number nor place is known
 * and nobody was heard, nobody could do anything for the caller, and a task would only keep those waiting who can be reached.
 */
public final class CallbackPolicy {

    private CallbackPolicy() {}

    /** What to do about a call. */
    public sealed interface Decision {

        /** Nothing, and only a new fact can change that. */
        record Nothing() implements Decision {}

        /** Ask again then. */
        record AskAgain(Instant at) implements Decision {}

        /** Somebody must ring back, if nobody was told to yet. */
        record RingBack(CallbackReason reason) implements Decision {}

        /** If there is a task, it has lost its purpose. */
        record Settled(CallbackOutcome outcome) implements Decision {}
    }

    /** The decision on what is known at {@code now}. */
    public static Decision decide(CallFacts facts, Instant now) {
        if (facts.reported()) {
            return new Decision.Settled(CallbackOutcome.REPORTED);
        }
        if (facts.disposition().filter(CallFacts.Disposition::isLast).isPresent()) {
            return new Decision.Settled(CallbackOutcome.DISPOSED);
        }
        Optional<Instant> wait = facts.graceEnds().filter(now::isBefore);
        if (wait.isPresent()) {
            return new Decision.AskAgain(wait.get());
        }
        if (facts.disposition().filter(CallFacts.Disposition.NORMAL::equals).isPresent()) {
            return new Decision.RingBack(CallbackReason.UNREPORTED);
        }
        if (!facts.traceable() && facts.unheard()) {
            return new Decision.Settled(CallbackOutcome.UNTRACEABLE);
        }
        return facts.confident().orElse(false)
                ? new Decision.Nothing()
                : new Decision.RingBack(facts.ending()
                        .map(ending -> switch (ending) {
                            case ENDED -> CallbackReason.SILENT;
                            case ABANDONED -> CallbackReason.ABANDONED;
                        })
                        .orElse(CallbackReason.LOST_TRACK));
    }
}
