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
}
