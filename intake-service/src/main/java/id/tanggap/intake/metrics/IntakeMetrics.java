package id.tanggap.intake.metrics;

import id.tanggap.intake.caller.CallerKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What operations watches of the line: calls by kind of caller, repeats, and sound. */
@ApplicationScoped
public class IntakeMetrics {

    private final MeterRegistry registry;
    private final Counter sound;

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.sound = Counter.builder("tanggap.audio.chunks")
                .description("Chunks of sound that the broker has")
                .register(registry);
    }

    public void announced(CallerKind caller, boolean repeated) {
        Counter.builder("tanggap.calls.announced")
                .description("Announcements of calls that were accepted")
                .tag("caller", caller.name())
                .tag("repeated", Boolean.toString(repeated))
                .register(registry)
                .increment();
    }

    public void sound() {
        sound.increment();
    }
}
