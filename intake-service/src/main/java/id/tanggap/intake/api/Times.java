package id.tanggap.intake.api;

import id.tanggap.intake.call.policy.PlausibleTime;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reads times that a request states. */
@ApplicationScoped
class Times {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final Now now;

    Times(Now now) {
        this.now = now;
    }

    /** The time in whole milliseconds; a validation problem of the field if nobody can mean it. */
    Instant plausible(String field, Instant stated) {
        PlausibleTime.fault(stated, now.get()).ifPresent(fault -> {
            throw Problem.invalid(field, fault);
        });
        return stated.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether the database can compare with the time: Java's reach from the year -1000000000 to 1000000000, PostgreSQL's do not. */
    static boolean isComparable(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }
}
