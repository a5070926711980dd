package id.tanggap.intake.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the gateway is told of callers who are answered after others. */
@ConfigMapping(prefix = "tanggap.intake.priority")
public interface PriorityConfig {

    /** After this long without an answer of the database the caller is answered in turn. Judgement: a hundred times the usual. */
    @WithDefault("250ms")
    Duration lookUp();

    /** How often rows are removed that have expired; they have no effect before that either. */
    @WithDefault("1h")
    Duration purge();
}
