package id.tanggap.intake.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what is kept (UU PDP 27/2022, art. 43: no longer than its purpose needs); the regency's archive rules set it. */
@ConfigMapping(prefix = "tanggap.intake.retention")
public interface RetentionConfig {

    /**
     * Whatever names a caller or a reporter, from when something was last told of the call: numbers, names, texts, places finer than
     * the kecamatan. As long as ticket-service keeps who reported.
     */
    @WithDefault("P90D")
    Duration callers();

    /** Who opened a call, from when they did; not less than callers, or nobody could answer who saw a number that is still here. */
    @WithDefault("P365D")
    Duration openings();

    /** How often to look for what is to be forgotten: rounds that fail must be many enough in a quarter of an hour to alarm (SweepsFail). */
    @WithDefault("PT1M")
    Duration every();
}
