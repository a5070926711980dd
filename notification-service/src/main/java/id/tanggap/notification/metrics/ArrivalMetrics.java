package id.tanggap.notification.metrics;

import id.tanggap.platform.metrics.Ages;
import id.tanggap.platform.tx.AfterCommit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * How long reports take to their agencies, end to end: from the acceptance at intake until the new ticket is read from the agency's own
 * topic, as the agency itself would read it, and kept for its streams and webhooks. After the commit, once for each agency of a ticket; the
 * sum over replicas is the system's.
 */
@ApplicationScoped
public class ArrivalMetrics {

    /** Design goal: a ticket within a second. */
    private static final Duration[] ARRIVAL = Ages.buckets(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300);

    private final AfterCommit afterCommit;
    private final MeterRegistry registry;

    ArrivalMetrics(AfterCommit afterCommit, MeterRegistry registry) {
        this.afterCommit = afterCommit;
        this.registry = registry;
    }

    /** From the beginning, for a rate sees no first event of a series that begins with it. */
    void start(@Observes StartupEvent event) {
        histogram(true);
        histogram(false);
    }

    /** A ticket of which the agency has not heard before. */
    public void arrived(Mutiny.Session session, Instant reportedAt, boolean urgent) {
        afterCommit.run(session, () -> histogram(urgent).record(Ages.between(reportedAt, Instant.now())));
    }

    private Timer histogram(boolean urgent) {
        return Ages.histogram(
                registry,
                "tanggap.report.to.agency",
                "From a report's acceptance until its new ticket was read from the agency's topic; goal 1 s",
                ARRIVAL,
                Tags.of("urgent", Boolean.toString(urgent)));
    }
}
