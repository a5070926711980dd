package id.tanggap.intake.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What was forgotten, and how old the oldest is that is not. */
@ApplicationScoped
public class RetentionMetrics {

    private final Counter calls;
    private final Counter openings;
    private final MeterRegistry registry;
    private volatile double oldestSeconds = Double.NaN;

    RetentionMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.calls = removed("call");
        this.openings = removed("opening");
    }

    /** From the beginning, for a rate sees no first event of a series that begins with it. */
    void start(@Observes StartupEvent event) {
        Gauge.builder("tanggap.retention.oldest.age", () -> oldestSeconds)
                .description("Since the last news of the oldest call that still says whose it was")
                .baseUnit("seconds")
                .register(registry);
    }

    /** So many calls say no more whose they were. */
    public void calls(int forgotten) {
        calls.increment(forgotten);
    }

    /** So many records of looks at calls are gone. */
    public void openings(int removed) {
        openings.increment(removed);
    }

    public void oldest(double seconds) {
        oldestSeconds = seconds;
    }

    private Counter removed(String what) {
        return Counter.builder("tanggap.retention.removed")
                .description("What was forgotten because its time was over: whose a call was, who opened one")
                .tag("what", what)
                .register(registry);
    }
}
