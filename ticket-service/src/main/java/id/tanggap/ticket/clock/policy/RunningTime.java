package id.tanggap.ticket.clock.policy;

import id.tanggap.ticket.category.policy.DutyHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells when a clock has run for some time. */
@FunctionalInterface
public interface RunningTime {

    /** It never stands still. */
    RunningTime ALWAYS = (from, time) -> Optional.of(from.plus(time));

    /** The moment, empty if it does not come in the next two years. */
    Optional<Instant> after(Instant from, Duration time);

    /** It runs while the agency is on duty. */
    static RunningTime onDuty(DutyHours duty, Predicate<LocalDate> isHoliday) {
        return duty.always() ? ALWAYS : (from, time) -> onDuty(duty, isHoliday, from, time);
    }

    private static Optional<Instant> onDuty(
            DutyHours duty, Predicate<LocalDate> isHoliday, Instant from, Duration time) {
        Instant reached = from;
        Duration left = time;
        // A night that has begun the day before may still last.
        LocalDate first = DutyHours.dayOf(from).minusDays(1);
        for (LocalDate day = first; day.isBefore(first.plusYears(2)); day = day.plusDays(1)) {
            for (DutyHours.Stretch stretch : duty.on(day, isHoliday)) {
                Instant begin = stretch.from().isAfter(reached) ? stretch.from() : reached;
                if (begin.isBefore(stretch.to())) {
                    Duration here = Duration.between(begin, stretch.to());
                    if (here.compareTo(left) >= 0) {
                        return Optional.of(begin.plus(left));
                    }
                    left = left.minus(here);
                    reached = stretch.to();
                }
            }
        }
        return Optional.empty();
    }
}
