package id.tanggap.triage.assessment;

import id.tanggap.platform.metrics.Ages;
import id.tanggap.platform.tx.AfterCommit;
import id.tanggap.triage.policy.Band;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Counts assessments by band and trigger, times them from the evidence on, and shows how likely hoaxes calls ended as. All after the
 * commit. The sum over replicas is the line's.
 */
@ApplicationScoped
class AssessmentMetrics {

    /** Evidence older than this came from a backlog or a replay of the past: its age says nothing of our speed. */
    private static final Duration LIVE = Duration.ofMinutes(10);

    /** Tenths, for the shape; the bands' edges, 0.3 and 0.9, are among them. */
    private static final double[] LIKELIHOODS = {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1};

    private final MeterRegistry registry;
    private final AfterCommit afterCommit;

    AssessmentMetrics(MeterRegistry registry, AfterCommit afterCommit) {
        this.registry = registry;
        this.afterCommit = afterCommit;
    }

    /** From the beginning, for a rate sees no first event of a series that begins with it. */
    void start(@Observes StartupEvent event) {
        for (Band band : Band.values()) {
            finals(band);
            for (Trigger trigger : Trigger.values()) {
                assessments(band, trigger);
            }
        }
    }

    /** A call was thought about, whether anything is told of it or not. */
    void looked(Mutiny.Session session, Trigger trigger) {
        afterCommit.run(session, () -> Counter.builder("tanggap.triage.looks")
                .description("Times that a call was thought about, whether anything was told or not")
                .tag("trigger", name(trigger))
                .register(registry)
                .increment());
    }

    void assessed(Mutiny.Session session, Assessment assessment, Instant evidenceAt) {
        afterCommit.run(session, () -> {
            assessments(assessment.band(), assessment.trigger()).increment();
            Duration delay = Duration.between(evidenceAt, assessment.assessedAt());
            if (!delay.isNegative() && delay.compareTo(LIVE) < 0) {
                Ages.histogram(
                                registry,
                                "tanggap.triage.assessment.delay",
                                "From the evidence to the assessment",
                                Ages.WORK,
                                Tags.of("trigger", name(assessment.trigger())))
                        .record(delay);
            }
        });
    }

    /** A call has ended, and this was last told of it; trials are nobody's to judge by. */
    void ended(Mutiny.Session session, Assessment last) {
        afterCommit.run(session, () -> finals(last.band()).record(last.hoaxLikelihood()));
    }

    private Counter assessments(Band band, Trigger trigger) {
        return Counter.builder("tanggap.triage.assessments")
                .description("Assessments told")
                .tag("band", name(band))
                .tag("trigger", name(trigger))
                .register(registry);
    }

    private DistributionSummary finals(Band band) {
        return DistributionSummary.builder("tanggap.triage.final.score")
                .description("How likely a hoax a call was when it ended, once a call")
                .baseUnit("ratio")
                .tag("band", name(band))
                .serviceLevelObjectives(LIKELIHOODS)
                .register(registry);
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
