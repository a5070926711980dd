package id.tanggap.ticket.category.policy;

import id.tanggap.ticket.ticket.policy.TicketNumber;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * When an agency answers, in western Indonesian time.
 *
 * @param always round the clock; there are no periods then
 * @param onHolidays whether it keeps its hours on public holidays, too
 */
public record DutyHours(boolean always, boolean onHolidays, List<Period> periods) {

    /** Round the clock. */
    public static final DutyHours ALWAYS = new DutyHours(true, true, List.of());

    /**
     * One stretch of a week.
     *
     * @param day on which it begins
     * @param from the first moment
     * @param to the first moment after it; on the next day if not after {@code from}
     */
    public record Period(DayOfWeek day, LocalTime from, LocalTime to) {

        private Stretch on(LocalDate date) {
            LocalDate end = from.isBefore(to) ? date : date.plusDays(1);
            return new Stretch(
                    date.atTime(from).atZone(TicketNumber.WIB).toInstant(),
                    end.atTime(to).atZone(TicketNumber.WIB).toInstant());
        }
    }

    /** A time on duty, from the first moment to the first after it. */
    public record Stretch(Instant from, Instant to) {

        private boolean holds(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }

    /** The day of people in Jepara. */
    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, TicketNumber.WIB);
    }

    /** Whether the agency answers then. */
    public boolean holds(Instant moment, Predicate<LocalDate> isHoliday) {
        LocalDate day = dayOf(moment);
        return always
                || Stream.of(day.minusDays(1), day)
                        .flatMap(begun -> on(begun, isHoliday).stream())
                        .anyMatch(stretch -> stretch.holds(moment));
    }

    /** The stretches that begin on this day, the first one first; a holiday takes away those that would begin on it. */
    public List<Stretch> on(LocalDate day, Predicate<LocalDate> isHoliday) {
        return !onHolidays && isHoliday.test(day)
                ? List.of()
                : periods.stream()
                        .filter(period -> period.day() == day.getDayOfWeek())
                        .map(period -> period.on(day))
                        .sorted((one, other) -> one.from().compareTo(other.from()))
                        .toList();
    }
}
