package id.tanggap.triage.api;

import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reads times that a request states. */
@ApplicationScoped
class Times {

    /** Clocks without good NTP stray by minutes; as in intake-service. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** Before any gateway of ours: seconds taken for milliseconds and empty clocks fall here. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Now now;

    Times(Now now) {
        this.now = now;
    }

    /** The time in whole milliseconds; a validation problem of the field if nobody can mean it. */
    Instant plausible(String field, Instant stated) {
        if (stated.isAfter(now.get().plus(AHEAD)) || stated.isBefore(EARLIEST)) {
            throw Problem.invalid(field, "must be between the year 2000 and now");
        }
        return stated.truncatedTo(ChronoUnit.MILLIS);
    }
}
