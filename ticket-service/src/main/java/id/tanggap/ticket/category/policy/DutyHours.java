package id.tanggap.ticket.category.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * When an agency answers, in western Indonesian time. Public holidays are not known here.
 *
 * @param always round the clock; there are no periods then
 */
public record DutyHours(boolean always, List<Period> periods) {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    /** Round the clock. */
    public static final DutyHours ALWAYS = new DutyHours(true, List.of());

    /**
     * One stretch of a week.
     *
     * @param day on which it begins
     * @param from the first moment
     * @param to the first moment after it; on the next day if not after {@code from}
     */
    public record Period(DayOfWeek day, LocalTime from, LocalTime to) {

        private boolean holds(ZonedDateTime moment) {
            LocalTime time = moment.toLocalTime();
            boolean begun = moment.getDayOfWeek() == day && !time.isBefore(from);
            return from.isBefore(to)
                    ? begun && time.isBefore(to)
                    : begun || moment.getDayOfWeek() == day.plus(1) && time.isBefore(to);
        }
    }

    /** Whether the agency answers then. */
    public boolean holds(Instant moment) {
        return always || periods.stream().anyMatch(period -> period.holds(moment.atZone(WIB)));
    }
}
