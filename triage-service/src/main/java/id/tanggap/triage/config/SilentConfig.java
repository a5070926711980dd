package id.tanggap.triage.config;

import id.tanggap.triage.silent.policy.Timing;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Times of the procedure for silent calls. */
@ConfigMapping(prefix = "tanggap.triage.silent")
public interface SilentConfig {

    /** Listened silence until the prompt: a greeting takes about 4 s, and an answer to it begins within one. Judgement. */
    @WithDefault("5s")
    Duration silence();

    /** How long to wait for word that the prompt was played: it lasts about 6 s. Judgement. */
    @WithDefault("10s")
    Duration promptWait();

    /** How long the open line is listened to after the prompt; someone who hides needs time to reach the keys. Judgement. */
    @WithDefault("20s")
    Duration listen();

    /** Between two call-backs, as long as NFPA 1225 allows for processing a call. */
    @WithDefault("60s")
    Duration callBackGap();

    /** After how long a call-back of which nothing was told counts as without result. Judgement. */
    @WithDefault("5m")
    Duration callBackWait();

    /** How long a report is awaited after the end of a call of which too little was heard; as ticket-service does. */
    @WithDefault("15s")
    Duration grace();

    /** How long nothing may be heard of a call before a person looks; as ticket-service's call-silence. */
    @WithDefault("30m")
    Duration lost();

    /** Speech that shows that the caller can speak: "halo" takes about as long. Judgement. */
    @WithDefault("500ms")
    Duration spoke();

    /** Speech after the prompt that counts as an answer: less, for nobody may be listening. Judgement. */
    @WithDefault("300ms")
    Duration speech();

    /** Crying or a siren that counts as a signal. Judgement. */
    @WithDefault("1s")
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
