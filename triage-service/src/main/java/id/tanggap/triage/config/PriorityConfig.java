package id.tanggap.triage.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When triage proposes that a caller be answered after others. */
@ConfigMapping(prefix = "tanggap.triage.priority")
public interface PriorityConfig {

    /**
     * Decayed hoaxes of a caller, silent calls at half, that make a proposal: the third within a few days. Judgement: once may
     * be a child, twice a bad line.
     */
    @WithDefault("2.5")
    double hoaxes();

    /** How long it is proposed for; at most 24 h. Purworejo blocks for 24 h. */
    @WithDefault("24h")
    Duration length();

    /** How often to look for what has expired. */
    @WithDefault("5s")
    Duration sweepInterval();
}
