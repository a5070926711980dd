package id.tanggap.triage.line;

import id.tanggap.platform.metrics.Ages;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Times each chunk from intake until its call was assessed with it, told or not. */
@ApplicationScoped
class SoundDelay {

    /** An older one came from a backlog: its age says nothing of our speed. */
    private static final Duration LIVE = Duration.ofMinutes(10);

    private final Timer timer;

    SoundDelay(MeterRegistry registry) {
        timer = Ages.histogram(
                registry,
                "tanggap.triage.sound.delay",
                "From a chunk's arrival at intake until its call is assessed with it",
                Ages.WORK,
                Tags.empty());
    }

    void record(Instant from, Instant to) {
        Duration delay = Duration.between(from, to);
        if (!delay.isNegative() && delay.compareTo(LIVE) < 0) {
            timer.record(delay);
        }
    }
}
