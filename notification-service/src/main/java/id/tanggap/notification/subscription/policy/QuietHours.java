package id.tanggap.notification.subscription.policy;

import id.tanggap.notification.clock.policy.Wib;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Hours of each day in which news that can wait is held back, in western Indonesian time (WIB).
 *
 * @param from the first moment
 * @param to the first moment after; before {@code from}: of the next day
 */
public record QuietHours(LocalTime from, LocalTime to) {

    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("must end at another time than they begin");
        }
    }

    /** When the quiet hours end that hold at this moment; empty if none do. */
    public Optional<Instant> endIfWithin(Instant moment) {
        ZonedDateTime local = moment.atZone(Wib.ZONE);
        LocalTime time = local.toLocalTime();
        boolean begun = !time.isBefore(from);
        boolean notOver = time.isBefore(to);
        boolean within = from.isBefore(to) ? begun && notOver : begun || notOver;
        LocalDate last = notOver ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        return within ? Optional.of(last.atTime(to).atZone(Wib.ZONE).toInstant()) : Optional.empty();
    }

    /** Until when news of this priority has to wait; empty if it may go now. */
    public Optional<Instant> heldUntil(int priority, Instant now) {
        return Urgency.isUrgent(priority) ? Optional.empty() : endIfWithin(now);
    }
}
