package id.tanggap.platform.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;

/** What is changed about the metrics of Quarkus and of Kafka's clients. */
@ApplicationScoped
class MeterFilters {

    private static final String REQUESTS = "http.server.requests";
    private static final String KAFKA = "kafka.";
    private static final double[] EDGES = Arrays.stream(
                    Ages.buckets(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10))
            .mapToDouble(Duration::toNanos)
            .toArray();

    /** Requests have buckets, from which quantiles and shares within a goal can be told over all replicas. */
    @Produces
    @Singleton
    MeterFilter requests() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals(REQUESTS)
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(EDGES)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }

    /**
     * Kafka's clients keep each of theirs for each topic and partition, too, and each of these under two spellings of the topic: with
     * a topic for each agency thousands of series, which say no more than {@code tanggap_consumer_lag_records}.
     */
    @Produces
    @Singleton
    MeterFilter topics() {
        return MeterFilter.deny(id -> id.getName().startsWith(KAFKA) && id.getTag("topic") != null);
    }
}
