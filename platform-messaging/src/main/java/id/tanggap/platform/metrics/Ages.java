package id.tanggap.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/** Histograms of how long something took between two moments, each with the buckets that its goals ask for. */
public final class Ages {

    /** Of events on their way: within a tenth of a second all is well, half an hour is an outage. */
    public static final Duration[] EVENT = buckets(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800);

    /** Of work done at once. */
    public static final Duration[] WORK = buckets(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30);

    private Ages() {}

    /** Upper edges in seconds; a goal must be one of them, or the share within it cannot be told. */
    public static Duration[] buckets(double... seconds) {
        Duration[] edges = new Duration[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            edges[i] = Duration.ofMillis(Math.round(seconds[i] * 1_000));
        }
        return edges;
    }

    /** The histogram of this name in seconds: made at its first use, and found again. */
    public static Timer histogram(
            MeterRegistry registry, String name, String description, Duration[] buckets, Tags tags) {
        return Timer.builder(name)
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(buckets)
                .register(registry);
    }

    /** From one moment to a later one; clocks of two machines differ a little, and nothing takes less than no time. */
    public static Duration between(Instant from, Instant to) {
        Duration age = Duration.between(from, to);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
