package id.tanggap.notification.channel.email;

import id.tanggap.notification.channel.ChannelLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The mail server through which tickets go out; without it there is no e-mail. */
@ConfigMapping(prefix = "tanggap.channel")
interface EmailConfig {

    Optional<Server> email();

    interface Server {

        String host();

        @WithDefault("587")
        int port();

        /** How the connection is kept from being read. */
        @WithDefault("START_TLS")
        Security security();

        /** Absent for a relay that knows us by our address. */
        Optional<String> username();

        Optional<String> password();

        /** Sender, such as {@code 112@jepara.go.id}; its domain also names the messages. */
        String from();

        /** Whether a message may carry the caller's number. */
        @WithDefault("false")
        boolean contact();

        ChannelLimits limits();
    }

    enum Security {
        /** For the local profile and tests only. */
        NONE,
        /** Plain at first, and refused where the server offers no encryption. */
        START_TLS,
        TLS
    }
}
