package id.tanggap.ticket.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;

/** The command centre's hours, and how missed steps are looked for. Whose hours and holidays clocks keep is reference data. */
@ConfigMapping(prefix = "tanggap.clock")
public interface ClockConfig {

    /** When the line opens each day, in western Indonesian time. */
    @WithDefault("07:00")
    LocalTime serviceFrom();

    /** When it closes: what comes in from then and can wait is in the backlog at opening. */
    @WithDefault("21:00")
    LocalTime serviceTo();

    /**
     * How many tickets one transaction escalates. Other changes of tickets wait while it writes their history: more would make
     * them wait noticeably, fewer would take longer for all.
     */
    @WithDefault("100")
    int batchSize();
}
