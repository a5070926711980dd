package id.tanggap.notification.channel.voice;

import id.tanggap.notification.channel.ChannelLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Optional;

/** How tickets are read out on the telephone. */
@ConfigMapping(prefix = "tanggap.channel.voice")
public interface VoiceConfig {

    /** Without one nobody is called. Only what has no default may be in here, or it would always be there. */
    @WithParentName
    Optional<Gateway> gateway();

    ChannelLimits limits();

    /** What makes the calls. */
    interface Gateway {

        /** Takes a signed POST for each call, and answers 2xx once it will make it. May be of the regency's own network. */
        URI url();

        /** Signs each POST: {@code whsec_...}, Standard Webhooks. */
        String secret();
    }
}
