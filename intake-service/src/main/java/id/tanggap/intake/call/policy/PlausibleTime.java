package id.tanggap.intake.call.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells a time that a gateway can mean from one that only a broken clock or a wrong unit gives. */
public final class PlausibleTime {

    /** Clocks without good NTP stray by minutes; more is an error that would order calls wrongly. */
    public static final Duration AHEAD = Duration.ofMinutes(5);

    /** Before any gateway of ours: seconds taken for milliseconds and empty clocks fall here. */
    public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private PlausibleTime() {}

    /** What is wrong with the time, or empty. */
    public static Optional<String> fault(Instant time, Instant now) {
        if (time.isAfter(now.plus(AHEAD))) {
            return Optional.of("is more than " + AHEAD.toMinutes() + " minutes in the future");
        }
        return time.isBefore(EARLIEST) ? Optional.of("is before the year 2000") : Optional.empty();
    }
}
