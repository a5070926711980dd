package id.tanggap.triage.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When calls are thought about again of which nothing new is heard. */
@ConfigMapping(prefix = "tanggap.triage.reassessment")
public interface ReassessmentConfig {

    /** How often to look for what is due: 3 s after the answer may be told this much later. */
    @WithDefault("250ms")
    Duration every();

    /**
     * For how long nothing more of a line's sound is heard until it counts as having stopped, and the clock tells of the call
     * instead. Sound is written every second, and chunks may be a second long: with less the clock would run ahead of sound
     * that comes.
     */
    @WithDefault("2s")
    Duration soundStopped();

    /** After how long something due that failed is tried again. */
    @WithDefault("5s")
    Duration retry();
}
