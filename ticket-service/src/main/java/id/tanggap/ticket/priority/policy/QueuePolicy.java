package id.tanggap.ticket.priority.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds the place of a report that is no emergency in the line of those that somebody verifies. A place is a moment: what has
 * the earlier one comes first. A hoax, however sure, costs at most {@link #HOAX} of waiting, and a step of priority is worth
 * {@link #STEP}, so that nothing waits for ever: whatever is opened later than that comes after. All three times are ours.
 */
public final class QueuePolicy {

    /** What a step of priority is worth. */
    static final Duration STEP = Duration.ofMinutes(10);

    /** What a likelihood of 1 costs: three steps and a half, so that a likely hoax does not pass for a lesser kind. */
    static final Duration HOAX = Duration.ofMinutes(35);

    /** After how long a reporter who did not answer is rung again. */
    static final Duration RETRY = Duration.ofMinutes(30);

    private QueuePolicy() {}

    /**
     * The place of a report.
     *
     * @param likelihood of a hoax, 0 to 1; a report without a score is put back by nothing
     */
    public static Instant place(Instant openedAt, int level, Optional<Double> likelihood) {
        long put = Math.round(likelihood.orElse(0.0) * HOAX.toMillis());
        return openedAt.plus(STEP.multipliedBy(PriorityPolicy.HIGHEST - level)).plusMillis(put);
    }

    /** The place of one whose reporter did not answer: not before the next attempt. */
    public static Instant again(Instant place, Instant now) {
        Instant next = now.plus(RETRY);
        return place.isAfter(next) ? place : next;
    }
}
