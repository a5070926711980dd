package id.tanggap.ticket.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a regency may set about its tickets. */
@ConfigMapping(prefix = "tanggap.ticket")
public interface TicketConfig {

    /** Begins every ticket number: the regency's short name. */
    @WithDefault("JPR")
    String numberPrefix();

    /** How long a report that is no emergency waits for its first assessment; zero: not at all. */
    @WithDefault("2s")
    Duration assessmentWait();

    /** How long after the end of a call a report or triage's last word is awaited before a call-back task is opened. */
    @WithDefault("15s")
    Duration callbackGrace();

    /** How long after the last word of a call that has not ended it counts as lost and is rung back; longer than calls last. */
    @WithDefault("30m")
    Duration callSilence();

    /** How often to look for what is due without having been woken: after a restart, or another replica's. */
    @WithDefault("1s")
    Duration sweepInterval();

    /** After how long something due that failed is tried again; what is due meanwhile comes first. */
    @WithDefault("5s")
    Duration sweepRetry();

    /** By how much the clock of a phone in the field may be wrong. */
    @WithDefault("5m")
    Duration clockTolerance();

    /** How long the state of a call is kept; longer than a topic or dead-letter queue keeps a record (30 days). */
    @WithDefault("31d")
    Duration callRetention();
}
