package id.tanggap.notification.channel;

import id.tanggap.notification.wording.policy.Language;
import java.util.UUID;

/**
 * A change of a ticket to be told to one person.
 *
 * @param deliveryId stays the same over all attempts, so that a repeat can be told
 * @param address in the channel's own form; has passed {@link Channel#check}
 * @param view the agency's view of the ticket, {@code ticket.agency.v1}; may hold personal data
 */
public record ChannelMessage(UUID deliveryId, String address, String view, Language language) {

    @Override
    public String toString() {
        return "ChannelMessage[deliveryId=" + deliveryId + "]";
    }
}
