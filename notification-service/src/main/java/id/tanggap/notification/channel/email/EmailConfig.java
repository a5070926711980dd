package id.tanggap.notification.channel.email;

import id.tanggap.notification.channel.ChannelLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.Optional;

/** How tickets go out by e-mail. */
@ConfigMapping(prefix = "tanggap.channel.email")
public interface EmailConfig {

    /** Without one there is no e-mail. Only what has no default may be in here, or it would always be there. */
    @WithParentName
    Optional<Server> server();

    @WithDefault("587")
    int port();

    /** How the connection is kept from being read. */
    @WithDefault("START_TLS")
    Security security();

    /** Whether a message may carry the caller's number. */
    @WithDefault("false")
    boolean contact();

    ChannelLimits limits();

    interface Server {

        String host();

        /** Sender, such as {@code 112@jepara.go.id}; its domain also names the messages. */
        String from();

        /** Absent for a relay that knows us by our address. */
        Optional<String> username();

        Optional<String> password();
    }

    enum Security {
        /** For the local profile and tests only. */
        NONE,
        /** Plain at first, and refused where the server offers no encryption. */
        START_TLS,
        TLS
    }
}
