package id.tanggap.notification.channel.whatsapp;

import id.tanggap.notification.channel.ChannelLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Optional;

/** How tickets go out over the WhatsApp Business Cloud API. */
@ConfigMapping(prefix = "tanggap.channel.whatsapp")
public interface WhatsAppConfig {

    /** Without one there is no WhatsApp. Only what has no default may be in here, or it would always be there. */
    @WithParentName
    Optional<Account> account();

    @WithDefault("https://graph.facebook.com/v23.0")
    URI api();

    /** Whether the template has a button that leads to a ticket, its address ending in the number. */
    @WithDefault("false")
    boolean linkButton();

    /** Whether a message, which Meta stores abroad, may carry the caller's number. */
    @WithDefault("false")
    boolean contact();

    ChannelLimits limits();

    /** The regency's account. */
    interface Account {

        /** Of the sender, as Meta names it; not the number itself. */
        String phoneNumberId();

        /** Of a system user, which does not expire. */
        String accessToken();

        /**
         * An approved template whose body has five parameters: headline, place, what, remarks, ticket number. Category UTILITY.
         */
        String template();

        /** Signs what Meta tells us. */
        String appSecret();

        /** What Meta shows when the receiving of receipts is set up. */
        String verifyToken();
    }
}
