package id.tanggap.triage.config;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The server's time in whole milliseconds: what is stored, published and read back is the same. */
@ApplicationScoped
public class Now {

    private final Clock clock;

    Now(Clock clock) {
        this.clock = clock;
    }

    public Instant get() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
