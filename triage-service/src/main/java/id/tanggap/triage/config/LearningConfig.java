package id.tanggap.triage.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How triage learns from operators. */
@ConfigMapping(prefix = "tanggap.triage.learning")
public interface LearningConfig {

    /** How soon every replica knows of a new champion or challenger. */
    @WithDefault("10s")
    Duration poll();

    /** Whether to train by schedule; by command it is always possible. */
    @WithDefault("true")
    boolean scheduled();

    /** A challenger needs a week or two of calls to be judged on; a new one sooner would begin all over. */
    @WithDefault("P14D")
    Duration trainEvery();

    /** Calls older than this are not learnt from: a season, and no more than evidence is kept. */
    @WithDefault("P180D")
    Duration trainOn();

    /** Newest snapshots that are learnt from at most: 100,000 train in seconds. */
    @WithDefault("100000")
    int mostSnapshots();

    /**
     * With fewer labelled calls nothing is trained, but the champion's base rates are moved to this centre's: some thirty
     * weights need more than that to be about anything, three intercepts do not.
     */
    @WithDefault("1000")
    int leastCalls();

    /** With fewer than this not even that: the base rate of 200 calls is known to about 7 in 100. */
    @WithDefault("200")
    int leastCallsForRates();

    /** Labelled calls of this time say what the base rates are now: a month has every kind of day in it. */
    @WithDefault("P28D")
    Duration ratesOn();

    /** Labelled calls of this time decide on a promotion and on calibration. */
    @WithDefault("P30D")
    Duration judgeOn();

    /** How often drift is measured. */
    @WithDefault("10m")
    Duration driftEvery();

    /** Snapshots of this time are compared with those of training. */
    @WithDefault("P1D")
    Duration driftOn();
}
