package id.tanggap.intake.call.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells a time that a gateway can mean from one that only a broken clock or a wrong unit gives. */
public final class PlausibleTime {

    /** Clocks without good NTP stray by minutes; more is an error that would order calls wrongly. */
    public static final Duration AHEAD = Duration.ofMinutes(5);

    /**
     * How far an event's clock may be behind the one that gave the call's start, for a gateway's and an operator station's differ.
     * Not less than {@link #AHEAD}: a start by a clock so far ahead is accepted, and then true events lie that far before it.
     */
    public static final Duration BEHIND = AHEAD;

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

    /** Why nothing of a call that started then can have happened at this time, or empty. A call may last for any time. */
    public static Optional<String> faultWithinCall(Instant time, Instant startedAt) {
        return time.isBefore(startedAt.minus(BEHIND))
                ? Optional.of("is more than " + BEHIND.toMinutes() + " minutes before the call's start, " + startedAt)
                : Optional.empty();
    }
}
