package id.tanggap.intake.retention.policy;

import java.time.Duration;

/**
 * How long intake remembers, within what can be meant; anything else is refused, so that the service does not start with it.
 *
 * @param callers from a call's last news to the end of all that names anybody
 * @param openings from a look at a call to the end of its record
 * @param every between two rounds
 */
public record Periods(Duration callers, Duration openings, Duration every) {

    /** Events stay on the topics for 7 days: a reader that is behind, or a gateway that repeats, may ask until then. */
    public static final Duration SHORTEST = Duration.ofDays(7);

    /** Longer than any purpose of a call centre's: a slip of the keyboard, or a wish to keep for ever. */
    public static final Duration LONGEST = Duration.ofDays(5 * 366);

    public Periods {
        within("callers", callers, SHORTEST, LONGEST);
        within("openings", openings, callers, LONGEST);
        within("every", every, Duration.ofSeconds(1), Duration.ofDays(1));
    }

    private static void within(String name, Duration given, Duration least, Duration most) {
        if (given.compareTo(least) < 0 || given.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "tanggap.intake.retention." + name + " must be from " + least + " to " + most + ", not " + given);
        }
    }
}
