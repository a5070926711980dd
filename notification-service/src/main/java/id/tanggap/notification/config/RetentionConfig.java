package id.tanggap.notification.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long things stay. */
@ConfigMapping(prefix = "tanggap.retention")
public interface RetentionConfig {

    /**
     * Agencies' events, which hold personal data: how long an agency may be away and still miss no change. The last state
     * of every ticket stays on its compacted topic.
     */
    @WithDefault("7d")
    Duration feed();

    /** Finished deliveries, which hold none. */
    @WithDefault("30d")
    Duration deliveries();

    @WithDefault("10m")
    Duration purgeInterval();
}
