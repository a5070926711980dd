package id.tanggap.notification.subscription;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.wording.policy.Language;

/**
 * One way to a subscription's receiver.
 *
 * @param address in the channel's own form; a person's own but for a webhook
 */
public record Route(ChannelKind kind, String address, Language language) {

    @Override
    public String toString() {
        return "Route[kind=" + kind + "]";
    }
}
