package id.tanggap.notification.channel;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a channel may take of this process, and what its server is spared. */
public interface ChannelLimits {

    /** Of one attempt; twice this must stay below {@code tanggap.webhook.lease}, for an attempt may wait as long for its turn. */
    @WithDefault("10s")
    Duration timeout();

    /** Attempts begun a second; what is more is tried again later. */
    @WithDefault("20")
    int perSecond();

    /** Attempts under way at a time; as many again wait for their turn. */
    @WithDefault("16")
    int atOnce();

    /** When so many attempts in a row have failed for half of them, the channel rests. */
    @WithDefault("10")
    int breakAfter();

    /** How long it rests before it is tried again, with one message. */
    @WithDefault("15s")
    Duration rest();
}
