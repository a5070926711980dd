package id.tanggap.notification.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.channel.Channels;
import id.tanggap.notification.config.WebhookConfig;
import id.tanggap.notification.subscription.policy.Wishes;
import id.tanggap.notification.support.Settings;
import id.tanggap.notification.wording.policy.Language;
import id.tanggap.platform.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressesTest {

    @Test
    void a_channel_that_this_installation_does_not_offer_is_refused_and_what_there_is_is_named() {
        Terms terms = new Terms(
                List.of(new Route(ChannelKind.WEB_PUSH, "{}", Language.ID)),
                Optional.empty(),
                new Wishes(Set.of(), 0, Optional.empty()));
        Addresses addresses = new Addresses(null, new Channels(List.of()), Settings.of(WebhookConfig.class));

        Problem refused = assertThrows(Problem.class, () -> addresses.check("damkar", terms));

        assertEquals("channel-not-offered", refused.type().code());
        assertEquals(422, refused.type().status());
        assertEquals("WEB_PUSH is not offered here; offered: WEBHOOK.", refused.getMessage());
    }
}
