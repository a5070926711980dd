package id.tanggap.ticket.metrics;

import id.tanggap.ticket.clock.policy.Step;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/**
 * Steps that agencies owed by the service level of a ticket's category, each once, after its commit: kept or missed. Their ratio is what
 * an error budget burns by; the sum over replicas is the system's. What was told as missed stays so, even if the agency, which was
 * offline, says later that it was in time.
 */
@ApplicationScoped
public class ServiceLevelMetrics {

    private final MeterRegistry registry;

    ServiceLevelMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A step was taken, in time or after it. The agency is one of the reference data. */
    public void step(String agency, Step step, boolean kept, boolean emergency) {
        // Both, for a rate sees no first event of a series that begins with it.
        counter(agency, step, true, emergency).increment(kept ? 1 : 0);
        counter(agency, step, false, emergency).increment(kept ? 0 : 1);
    }

    /** A step was not taken in time, and that was told; a reminder to accept is the same step once more. */
    public void missed(String agency, Step step, boolean emergency) {
        if (step != Step.ACCEPT_REMINDED) {
            step(agency, step, false, emergency);
        }
    }

    private Counter counter(String agency, Step step, boolean kept, boolean emergency) {
        return Counter.builder("tanggap.service.level.steps")
                .description("Steps that agencies owed by a service level, kept or missed")
                .tag("agency", agency)
                .tag("step", step.name().toLowerCase(Locale.ROOT))
                .tag("result", kept ? "kept" : "missed")
                .tag("emergency", Boolean.toString(emergency))
                .register(registry);
    }
}
