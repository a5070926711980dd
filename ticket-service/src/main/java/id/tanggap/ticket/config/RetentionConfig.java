package id.tanggap.ticket.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what is kept (UU PDP 27/2022, art. 43: no longer than its purpose needs); the regency's archive rules set it. */
@ConfigMapping(prefix = "tanggap.ticket.retention")
public interface RetentionConfig {

    /** Who reported, from when the ticket was closed. */
    @WithDefault("90d")
    Duration contacts();

    /** Tickets with all that belongs to them, from when they were closed; longer than contacts. */
    @WithDefault("365d")
    Duration tickets();

    /** Call-back tasks, from when they were closed. */
    @WithDefault("365d")
    Duration callBacks();

    /** How often to look for what is to be removed. */
    @WithDefault("10m")
    Duration interval();

    /** After how long what could not be removed is tried again. */
    @WithDefault("1d")
    Duration retry();
}
