package id.tanggap.notification.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How agencies' server-sent streams run. */
@ConfigMapping(prefix = "tanggap.stream")
public interface StreamConfig {

    /** A silent stream says this often that it lives; below the idle limits of usual proxies (60 s). */
    @WithDefault("15s")
    Duration heartbeat();

    /** How often to look for what another replica stored; what this one stored is known at its commit. */
    @WithDefault("250ms")
    Duration poll();

    /** Events read at a time: all that a slow client can hold in memory. */
    @WithDefault("50")
    @Min(1)
    @Max(1000)
    int batch();

    /** Open streams of this process; one more is asked to come again later. */
    @WithDefault("5000")
    int maxStreams();

    /** Of these, one agency's: its clients that connect and connect again must not take the others' places. */
    @WithDefault("300")
    int maxStreamsPerAgency();
}
