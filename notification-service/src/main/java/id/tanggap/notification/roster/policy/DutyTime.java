package id.tanggap.notification.roster.policy;

import id.tanggap.notification.clock.policy.Wib;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * The time of one shift.
 *
 * @param from the first moment of duty
 * @param to the first moment after
 */
public record DutyTime(Instant from, Instant to) {

    /** Nobody is on duty for longer: a longer one is a slip of the pen. */
    public static final Duration LONGEST = Duration.ofHours(48);

    /** @throws IllegalArgumentException with a message for who plans it, if it ends before it begins or is too long */
    public DutyTime {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("must be after the shift's beginning");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("must be at most " + LONGEST.toHours() + " hours after the beginning");
        }
    }

    /** As it is written in a plan, in western Indonesian time (WIB). */
    public static DutyTime inWib(LocalDateTime from, LocalDateTime to) {
        return new DutyTime(instant(from), instant(to));
    }

    /** A moment of western Indonesian time. */
    public static Instant instant(LocalDateTime local) {
        return local.atZone(Wib.ZONE).toInstant();
    }

    /** How a moment is written in a plan. */
    public static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, Wib.ZONE);
    }
}
