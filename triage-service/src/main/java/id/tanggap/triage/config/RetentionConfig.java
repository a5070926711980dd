package id.tanggap.triage.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long triage remembers; less is better for callers, and each limit says what it is kept for. */
@ConfigMapping(prefix = "tanggap.triage.retention")
public interface RetentionConfig {

    /** State of listening, which may hold waiting sound: the audio topic lives one hour, nothing can follow later. */
    @WithDefault("2h")
    Duration listening();

    /** Evidence and assessments: for answering a complaint about a call, and for measuring the policy over a season. */
    @WithDefault("P180D")
    Duration calls();

    /** A caller's past: eight half-lives, after which it is not read any more. */
    @WithDefault("P56D")
    Duration past();

    @WithDefault("1h")
    Duration every();
}
