package id.tanggap.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The server's time in whole milliseconds: what is stored, published and read back is the same. */
@ApplicationScoped
public class Now {

    public Instant get() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
