package id.tanggap.intake.metrics;

import id.tanggap.intake.call.policy.Elapsed;
import id.tanggap.platform.metrics.Ages;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * How long callers wait for an answer, and operators' reports for their acceptance; by the times of the calls. Each call is in each of
 * the histograms at most once, trials not at all. The sum over replicas is the line's.
 */
@ApplicationScoped
public class CallTimes {

    /** NENA-STA-020.1: 90 % within 15 s, 95 % within 20 s. */
    private static final Duration[] ANSWER = Ages.buckets(5, 10, 15, 20, 30, 40, 60, 120, 300);

    /** NFPA 1225: 90 % within 60 s. */
    private static final Duration[] PROCESSING = Ages.buckets(15, 30, 45, 60, 90, 120, 180, 300, 600);

    private final MeterRegistry registry;

    CallTimes(MeterRegistry registry) {
        this.registry = registry;
    }

    /** From the beginning, for a rate sees no first event of a series that begins with it. */
    void start(@Observes StartupEvent event) {
        answer();
        processing(true);
        processing(false);
        implausible("answer");
        implausible("report_processing");
        implausible("event");
    }

    /** A call was answered for the first time. */
    public void answered(Instant startedAt, Instant answeredAt) {
        record(startedAt, answeredAt, "answer", this::answer);
    }

    /** A call has its answer and its report. */
    public void reported(Instant answeredAt, Instant reportedAt, boolean lifeThreat) {
        record(answeredAt, reportedAt, "report_processing", () -> processing(lifeThreat));
    }

    /** So many events came before their call was announced and lie well before its start: they do not count. */
    public void ruledOut(long events) {
        implausible("event").increment(events);
    }

    private void record(Instant from, Instant to, String measure, Supplier<Timer> histogram) {
        Elapsed.between(from, to).ifPresentOrElse(took -> histogram.get().record(took), () -> implausible(measure)
                .increment());
    }

    private Timer answer() {
        return Ages.histogram(
                registry,
                "tanggap.call.answer",
                "From a call's start to its answer; goal 90 % in 15 s, 95 % in 20 s (NENA-STA-020.1)",
                ANSWER,
                Tags.empty());
    }

    private Timer processing(boolean lifeThreat) {
        return Ages.histogram(
                registry,
                "tanggap.report.processing",
                "From a call's answer to its report's acceptance; goal 90 % in 60 s (NFPA 1225)",
                PROCESSING,
                Tags.of("life_threat", Boolean.toString(lifeThreat)));
    }

    private Counter implausible(String measure) {
        return Counter.builder("tanggap.call.times.implausible")
                .description(
                        "Times that no call can have: left out of histograms, and events of them left out of the call")
                .tag("measure", measure)
                .register(registry);
    }
}
