package id.tanggap.triage.assessment;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Counts assessments by band and trigger and times them from the evidence on. Counted within the transaction: one that is
 * rolled back and repeated counts twice.
 */
@ApplicationScoped
class AssessmentMetrics {

    /** Evidence older than this came from a backlog or a replay of the past: its age says nothing of our speed. */
    private static final Duration LIVE = Duration.ofMinutes(10);

    private final MeterRegistry registry;

    AssessmentMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A call was thought about, whether anything is told of it or not. */
    void looked(Trigger trigger) {
        registry.counter("tanggap.triage.looks", "trigger", name(trigger)).increment();
    }

    void assessed(Assessment assessment, Instant evidenceAt) {
        String trigger = name(assessment.trigger());
        registry.counter(
                        "tanggap.triage.assessments",
                        "band",
                        assessment.band().name().toLowerCase(Locale.ROOT),
                        "trigger",
                        trigger)
                .increment();
        Duration delay = Duration.between(evidenceAt, assessment.assessedAt());
        if (!delay.isNegative() && delay.compareTo(LIVE) < 0) {
            Timer.builder("tanggap.triage.assessment.delay")
                    .description("From the evidence to the assessment")
                    .tag("trigger", trigger)
                    .publishPercentileHistogram()
                    .register(registry)
                    .record(delay);
        }
    }

    private static String name(Trigger trigger) {
        return trigger.name().toLowerCase(Locale.ROOT);
    }
}
