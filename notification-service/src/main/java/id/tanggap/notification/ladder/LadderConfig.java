package id.tanggap.notification.ladder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How fast an agency that does not accept in time is woken. */
@ConfigMapping(prefix = "tanggap.ladder")
public interface LadderConfig {

    Pause pause();

    /** What a rung is given before the next one; see {@link id.tanggap.notification.ladder.policy.RungPause}. */
    interface Pause {

        /** Priority 10. */
        @WithDefault("30s")
        Duration most();

        /** 8 and 9. */
        @WithDefault("45s")
        Duration urgent();

        /** 5 to 7. */
        @WithDefault("3m")
        Duration usual();

        /** Below. */
        @WithDefault("10m")
        Duration calm();
    }

    /** How often to look for a rung whose time has come. */
    @WithDefault("1s")
    Duration poll();

    /** Nobody is woken for what was missed longer ago, as after an outage. */
    @WithDefault("12h")
    Duration maxAge();
}
