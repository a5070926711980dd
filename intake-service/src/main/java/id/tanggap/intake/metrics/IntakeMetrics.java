package id.tanggap.intake.metrics;

import id.tanggap.intake.caller.CallerKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

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

    /** From the beginning, for a rate sees no first event of a series that begins with it. */
    void start(@Observes StartupEvent event) {
        for (CallerKind caller : CallerKind.values()) {
            calls(caller, false, false);
        }
    }

    /** @param test whether a person had said so before the call was announced, as is done for trials */
    public void announced(CallerKind caller, boolean repeated, boolean test) {
        calls(caller, repeated, test).increment();
    }

    public void sound() {
        sound.increment();
    }

    private Counter calls(CallerKind caller, boolean repeated, boolean test) {
        return Counter.builder("tanggap.calls.announced")
                .description("Announcements of calls that were accepted; new ones are not repeated")
                .tag("caller", caller.name().toLowerCase(Locale.ROOT))
                .tag("repeated", Boolean.toString(repeated))
                .tag("test", Boolean.toString(test))
                .register(registry);
    }
}
