package id.tanggap.local.synthetic;

import id.tanggap.local.stack.StackException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;

/**
 * How often the synthetic test call is made, by day and by night.
 *
 * @param every from the beginning of one to that of the next
 * @param limit for how long each of its stages is tried
 */
record Schedule(Duration every, Duration limit) {
    static final String EVERY = "TANGGAP_PROBE_EVERY";

    private static final Duration USUAL = Duration.ofMinutes(5);
    /** Less would be a load of its own. */
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    /** A stage that takes longer has failed, whatever comes of it. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** {@code tanggap.probe.every}, as an environment has it: {@code TANGGAP_PROBE_EVERY=PT5M}. */
    static Schedule of(Map<String, String> environment) {
        String told = environment.getOrDefault(EVERY, USUAL.toString());
        try {
            Duration every = Duration.parse(told);
            if (every.compareTo(SHORTEST) >= 0) {
                return new Schedule(every, LIMIT);
            }
        } catch (DateTimeParseException e) {
            throw refused(told, e);
        }
        throw refused(told, null);
    }

    private static StackException refused(String told, Exception cause) {
        return new StackException(EVERY + " must be a duration of at least " + SHORTEST + ", not " + told + ".", cause);
    }
}
