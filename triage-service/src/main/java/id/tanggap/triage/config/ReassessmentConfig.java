package id.tanggap.triage.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When calls are thought about again of which nothing new was heard. */
@ConfigMapping(prefix = "tanggap.triage.reassessment")
public interface ReassessmentConfig {

    /** How often to look for what is due: 3 s after the answer may be told this much later. */
    @WithDefault("250ms")
    Duration every();

    /** After how long something due that failed is tried again. */
    @WithDefault("5s")
    Duration retry();
}
