package id.tanggap.intake.metrics;

import id.tanggap.intake.call.CallStatus;
import id.tanggap.intake.call.Disposition;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How calls ended and what people found them to be. The sum over replicas is the line's. */
@ApplicationScoped
public class CallOutcomes {

    private final MeterRegistry registry;

    CallOutcomes(MeterRegistry registry) {
        this.registry = registry;
    }

    /** From the beginning, for a rate sees no first event of a series that begins with it. */
    void start(@Observes StartupEvent event) {
        for (boolean yes : new boolean[] {true, false}) {
            List.of(CallStatus.ENDED, CallStatus.ABANDONED).forEach(end -> ended(end, yes, 0));
            List.of(Disposition.values()).forEach(word -> given(word, yes).increment(0));
        }
        List.of(Disposition.values()).forEach(word -> withdrawn(word).increment(0));
    }

    /** An announced call has ended, for the first time that this is known. */
    public void ended(CallStatus end, boolean test) {
        ended(end, test, 1);
    }

    private void ended(CallStatus end, boolean test, int calls) {
        Counter.builder("tanggap.calls.ended")
                .description("Calls that ended; abandoned: the caller gave up before an answer")
                .tag("end", name(end))
                .tag("test", Boolean.toString(test))
                .register(registry)
                .increment(calls);
    }

    /** A person has found a call to be this, and something else before if that was said. */
    public void disposed(Optional<Disposition> before, Disposition now) {
        before.ifPresent(word -> withdrawn(word).increment());
        given(now, before.isPresent()).increment();
    }

    private Counter given(Disposition word, boolean correction) {
        return Counter.builder("tanggap.call.dispositions")
                .description("What people found calls to be; a corrected call counts for each word")
                .tag("disposition", name(word))
                .tag("correction", Boolean.toString(correction))
                .register(registry);
    }

    private Counter withdrawn(Disposition word) {
        return Counter.builder("tanggap.call.dispositions.withdrawn")
                .description("Words that a later one replaced: given less withdrawn are the calls of a disposition")
                .tag("disposition", name(word))
                .register(registry);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
