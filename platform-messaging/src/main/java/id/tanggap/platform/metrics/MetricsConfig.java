package id.tanggap.platform.metrics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often what metrics show is read where it cannot be counted as it happens. */
@ConfigMapping(prefix = "tanggap.metrics")
public interface MetricsConfig {

    /** The database and the broker's offsets: about as often as Prometheus looks. */
    @WithDefault("15s")
    Duration readEvery();

    /** The dead-letter queues. */
    @WithDefault("1m")
    Duration deadLettersEvery();
}
