package id.tanggap.notification.channel.sms;

import id.tanggap.notification.channel.ChannelLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Optional;

/** How tickets go out as short messages. */
@ConfigMapping(prefix = "tanggap.channel.sms")
public interface SmsConfig {

    /** Without one there are no short messages. Only what has no default may be in here, or it would always be there. */
    @WithParentName
    Optional<Centre> centre();

    @WithDefault("2775")
    int port();

    /** Off where a private line or tunnel leads to the centre. */
    @WithDefault("true")
    boolean tls();

    /** Messages sent and not yet answered, as agreed with the operator. */
    @WithDefault("10")
    int window();

    /** A link silent for so long is asked whether it lives. */
    @WithDefault("30s")
    Duration enquireLink();

    /** How often a lost link is tried. */
    @WithDefault("2s")
    Duration reconnect();

    /** How long the centre tries a telephone that is off: an alarm of yesterday would send a crew for nothing. */
    @WithDefault("4h")
    Duration validity();

    /** Whether a message, which operators can read, may carry the caller's number. */
    @WithDefault("false")
    boolean contact();

    ChannelLimits limits();

    /** The operator's SMS centre, reached over SMPP 3.4. */
    interface Centre {

        String host();

        String systemId();

        String password();

        Optional<String> systemType();

        /** As telephones show it: a number or up to 11 letters. */
        String sender();
    }
}
