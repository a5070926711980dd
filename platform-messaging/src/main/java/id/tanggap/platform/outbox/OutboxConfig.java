package id.tanggap.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay publishes. */
@ConfigMapping(prefix = "tanggap.outbox")
public interface OutboxConfig {

    /** Names this process among its replicas; a restarted process takes its own lanes back at once. */
    @WithDefault("${hostname:${HOSTNAME:local}}:${quarkus.http.port:8080}")
    String instance();

    /** Events read and published at a time. */
    @WithDefault("500")
    int batchSize();

    /**
     * How long a lane stays with a process that says nothing more. More than twice what one send may take (see the producer's timeouts), or
     * an old holder's late retry could follow a new holder's newer event.
     */
    @WithDefault("30s")
    Duration lease();

    /** How often to look for events without having been woken: after a crash, or another replica's. */
    @WithDefault("500ms")
    Duration pollInterval();

    /** Pause after a failed publication. */
    @WithDefault("1s")
    Duration retryDelay();

    /** How long published events stay, to be looked at. */
    @WithDefault("6h")
    Duration retention();
}
