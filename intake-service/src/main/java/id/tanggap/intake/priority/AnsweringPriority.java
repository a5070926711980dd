package id.tanggap.intake.priority;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a caller is to be answered in turn or after others.
 *
 * @param until end of the lower priority
 * @param known whether it was looked up: what cannot be is answered in turn
 */
public record AnsweringPriority(Level priority, Optional<Instant> until, boolean known) {

    /** Nobody is to be answered later: that was looked up. */
    public static final AnsweringPriority NORMAL = new AnsweringPriority(Level.NORMAL, Optional.empty(), true);

    /** In turn, for want of knowledge. */
    public static final AnsweringPriority UNKNOWN = new AnsweringPriority(Level.NORMAL, Optional.empty(), false);

    /** In turn, or after others. */
    public enum Level {
        NORMAL,
        LOWER
    }

    static AnsweringPriority lower(Instant until) {
        return new AnsweringPriority(Level.LOWER, Optional.of(until), true);
    }
}
