package id.tanggap.notification.api;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.subscription.Route;
import id.tanggap.notification.wording.policy.Language;
import id.tanggap.platform.text.Storable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * One way to a subscription's receiver.
 *
 * @param kind WEBHOOK, EMAIL, SMS, WHATSAPP, WEB_PUSH or VOICE, if it is offered here
 * @param address a web address, an e-mail address, a number in E.164, or a browser's push subscription as JSON text
 * @param language of messages that people read; Indonesian unless it says otherwise
 */
public record ChannelText(
        @NotNull ChannelKind kind, @NotBlank @Size(max = 2048) @Storable String address, Optional<Language> language) {

    public ChannelText {
        language = language == null ? Optional.empty() : language;
    }

    static ChannelText of(Route route) {
        return new ChannelText(
                route.kind(),
                route.address(),
                Optional.of(route.language()).filter(language -> route.kind() != ChannelKind.WEBHOOK));
    }

    Route route() {
        return new Route(kind, address, language.orElse(Language.ID));
    }

    @Override
    public String toString() {
        return "ChannelText[kind=" + kind + "]";
    }
}
