package id.tanggap.notification.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long things stay. */
@ConfigMapping(prefix = "tanggap.retention")
public interface RetentionConfig {

    /** Agencies' events, which hold personal data: as long as the topics themselves keep theirs. */
    @WithDefault("7d")
    Duration feed();

    /** Finished deliveries, which hold none. */
    @WithDefault("30d")
    Duration deliveries();

    @WithDefault("10m")
    Duration purgeInterval();
}
