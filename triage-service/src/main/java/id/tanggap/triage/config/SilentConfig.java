package id.tanggap.triage.config;

import id.tanggap.triage.silent.policy.Timing;
import id.tanggap.triage.silent.policy.Usual;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Times of the procedure for silent calls; what each means, and its source, is in {@link Usual}. */
@ConfigMapping(prefix = "tanggap.triage.silent")
public interface SilentConfig {

    @WithDefault(Usual.SILENCE)
    Duration silence();

    @WithDefault(Usual.PROMPT_WAIT)
    Duration promptWait();

    @WithDefault(Usual.LISTEN)
    Duration listen();

    @WithDefault(Usual.CALL_BACK_GAP)
    Duration callBackGap();

    @WithDefault(Usual.CALL_BACK_WAIT)
    Duration callBackWait();

    @WithDefault(Usual.GRACE)
    Duration grace();

    @WithDefault(Usual.LOST)
    Duration lost();

    @WithDefault(Usual.SPOKE)
    Duration spoke();

    @WithDefault(Usual.SPEECH)
    Duration speech();

    @WithDefault(Usual.DISTRESS)
    Duration distress();

    /** How often to look for what is due. */
    @WithDefault("1s")
    Duration sweepInterval();

    /** After how long something due that failed is tried again. */
    @WithDefault("5s")
    Duration sweepRetry();

    /** The same for the policy. */
    default Timing timing() {
        return new Timing(
                silence(),
                promptWait(),
                listen(),
                callBackGap(),
                callBackWait(),
                grace(),
                lost(),
                spoke(),
                speech(),
                distress());
    }
}
