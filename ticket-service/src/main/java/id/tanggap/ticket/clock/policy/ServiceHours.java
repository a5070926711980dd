package id.tanggap.ticket.clock.policy;

import id.tanggap.ticket.ticket.policy.TicketNumber;
import java.time.Instant;
import java.time.LocalTime;

/**
 * When the line is staffed, every day, in western Indonesian time. Calls are taken at any time; what comes in outside and can wait
 * is looked through at opening.
 *
 * @param from opening
 * @param to closing, later on the same day
 */
public record ServiceHours(LocalTime from, LocalTime to) {

    public ServiceHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("service hours end at " + to + " before they begin at " + from);
        }
    }

    /** Whether the line is staffed then. */
    public boolean hold(Instant moment) {
        LocalTime time = LocalTime.ofInstant(moment, TicketNumber.WIB);
        return !time.isBefore(from) && time.isBefore(to);
    }
}
