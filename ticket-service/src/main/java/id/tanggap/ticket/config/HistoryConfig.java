package id.tanggap.ticket.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the history's chain is verified without being asked. */
@ConfigMapping(prefix = "tanggap.history")
public interface HistoryConfig {

    /** How often some of it is. */
    @WithDefault("1m")
    Duration verifyEvery();

    /** Records at a time: a thousand take the database some milliseconds. */
    @WithDefault("10000")
    long verifyAtOnce();

    /** How often a walk begins anew, longer than one takes. */
    @WithDefault("24h")
    Duration verifyAnew();
}
