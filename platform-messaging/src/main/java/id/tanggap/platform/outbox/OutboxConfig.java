package id.tanggap.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay publishes. */
@ConfigMapping(prefix = "tanggap.outbox")
public interface OutboxConfig {

    /** Names this process, and no other of its replicas; a restarted process takes its own lanes back at once. Set it where there is no HOSTNAME. */
    @WithDefault("${hostname:${HOSTNAME:local}}:${quarkus.http.port:8080}")
    String instance();

    /** Events of one topic read and published at a time. */
    @WithDefault("250")
    int batchSize();

    /**
     * How long a lane stays with a process that says nothing more. More than twice what one send may take (the producer's max.block and
     * delivery timeout), or an old holder's late retry could follow a new holder's newer event.
     */
    @WithDefault("15s")
    Duration lease();

    /** How often to look for events without having been woken: after a crash, or another replica's. */
    @WithDefault("500ms")
    Duration pollInterval();

    /** Rest of a topic after a failed publication, doubled with each one that follows. */
    @WithDefault("1s")
    Duration retryDelay();

    /** Longest rest of a topic that fails again and again. */
    @WithDefault("15s")
    Duration longestRetryDelay();

    /** How long published events stay, to be looked at. */
    @WithDefault("6h")
    Duration retention();
}
