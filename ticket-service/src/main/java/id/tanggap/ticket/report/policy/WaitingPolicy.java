package id.tanggap.ticket.report.policy;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether a report's ticket is opened at once. An assessment enriches a ticket and never gates one: an emergency waits for
 * nothing, anything else a bounded moment.
 */
public final class WaitingPolicy {

    private WaitingPolicy() {}

    /** What to do with a report. */
    public sealed interface Decision {

        /** Open the ticket now. */
        record OpenNow() implements Decision {}

        /** Open the ticket when the assessment arrives, and at {@code due} without it. */
        record WaitUntil(Instant due) implements Decision {}
    }

    /** The decision for a report received at {@code now}. */
    public static Decision decide(boolean emergency, boolean assessed, Instant now, Duration wait) {
        return emergency || assessed || wait.isZero() || wait.isNegative()
                ? new Decision.OpenNow()
                : new Decision.WaitUntil(now.plus(wait));
    }
}
