package id.tanggap.local.synthetic;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** What Prometheus is shown of the synthetic test calls that one process makes; docs/metrics.md tells how to read it. */
// The older of the two registries for Prometheus is the one that the services' Quarkus brings.
@SuppressWarnings("deprecation")
final class SyntheticMetrics {
    /** Around half a second at rest, and up to what the report's rule of 2 s without triage makes of it. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Stage, Counter> failures = new EnumMap<>(Stage.class);
    private final Timer toAgency = Timer.builder("tanggap.synthetic.duration")
            .description("From a synthetic call's announcement to its ticket on the agency's topic")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    private volatile Instant lastSuccess = Instant.EPOCH;

    SyntheticMetrics() {
        Gauge.builder("tanggap.synthetic.last.success.timestamp", () -> lastSuccess.getEpochSecond())
                .description("When a synthetic call last went all the way; 0 before the first")
                .baseUnit("seconds")
                .register(registry);
        for (Stage stage : Stage.values()) {
            failures.put(
                    stage,
                    Counter.builder("tanggap.synthetic.failed")
                            .description("Synthetic calls that stopped, by the stage that they stopped at")
                            .tag("stage", stage.label())
                            .register(registry));
        }
    }

    void count(Outcome outcome, Instant at) {
        switch (outcome) {
            case Outcome.Passed(Duration took) -> {
                toAgency.record(took);
                lastSuccess = at;
            }
            case Outcome.Failed failed -> failures.get(failed.stage()).increment();
        }
    }

    /** In Prometheus' text format. */
    String text() {
        return registry.scrape();
    }
}
