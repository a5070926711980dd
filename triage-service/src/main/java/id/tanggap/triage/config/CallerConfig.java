package id.tanggap.triage.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a caller's past counts. */
@ConfigMapping(prefix = "tanggap.triage.caller")
public interface CallerConfig {

    /**
     * After this long a past call weighs half. Judgement between two practices: Purworejo blocks the number of a silent
     * caller for 24 hours, and Jepara's hoaxes came in a wave of four days.
     */
    @WithDefault("7d")
    Duration halfLife();
}
