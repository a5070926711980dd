package id.tanggap.ticket.metrics;

import id.tanggap.ticket.clock.policy.Step;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** What operations watches of clocks: what was missed, and what is late now. */
@ApplicationScoped
public class ClockMetrics {

    private static final Logger LOG = Logger.getLogger(ClockMetrics.class);
    private static final Duration MEASURE = Duration.ofSeconds(10);
    /** The index holds these alone. */
    private static final String COUNT = "select count(*) as late from assignment where missed_at is not null";

    private final MeterRegistry registry;
    private final Pool pool;
    private final Vertx vertx;
    private volatile long late;

    ClockMetrics(MeterRegistry registry, Pool pool, Vertx vertx) {
        this.registry = registry;
        this.pool = pool;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("tanggap.assignments.late", () -> late)
                .description("Agencies' parts of which a step is missed and not taken yet")
                .register(registry);
        vertx.setPeriodic(MEASURE.toMillis(), tick -> measure());
    }

    /** Counts a missed step after its commit; agencies are those of the table. */
    public void escalated(Step step, String agency) {
        Counter.builder("tanggap.escalations")
                .description("Steps that agencies have missed")
                .tag("step", step.name())
                .tag("agency", agency)
                .register(registry)
                .increment();
    }

    private void measure() {
        pool.query(COUNT)
                .execute()
                .map(rows -> rows.iterator().next())
                .subscribe()
                .with(
                        row -> late = row.getLong("late"),
                        failure -> LOG.debugf("event=clock-measure-failed cause=\"%s\"", failure));
    }
}
