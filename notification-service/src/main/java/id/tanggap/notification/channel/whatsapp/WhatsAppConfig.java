package id.tanggap.notification.channel.whatsapp;

import id.tanggap.notification.channel.ChannelLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The regency's account with the WhatsApp Business Cloud API; without it there is no WhatsApp. */
@ConfigMapping(prefix = "tanggap.channel")
interface WhatsAppConfig {

    Optional<Account> whatsapp();

    interface Account {

        @WithDefault("https://graph.facebook.com/v23.0")
        URI api();

        /** Of the sender, as Meta names it; not the number itself. */
        String phoneNumberId();

        /** Of a system user, which does not expire. */
        String accessToken();

        /**
         * An approved template whose body has five parameters: headline, place, what, remarks, ticket number. Category UTILITY.
         */
        String template();

        /** Whether the template has a button that leads to a ticket, its address ending in the number. */
        @WithDefault("false")
        boolean linkButton();

        /** Signs what Meta tells us. */
        String appSecret();

        /** What Meta shows when the receiving of receipts is set up. */
        String verifyToken();

        /** Whether a message, which Meta stores abroad, may carry the caller's number. */
        @WithDefault("false")
        boolean contact();

        ChannelLimits limits();
    }
}
