package id.tanggap.notification.channel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a channel's server tells later of a message that it had taken on.
 *
 * @param receiptId as in {@link ChannelResult#receiptIds}
 * @param deliveryId where the channel gives it back
 * @param at when the server says it happened
 * @param code the server's own word for why it failed
 */
public record Receipt(
        ChannelKind channel,
        String receiptId,
        Optional<UUID> deliveryId,
        State state,
        Instant at,
        Optional<String> code) {

    /** How far it has come. */
    public enum State {
        /** On its way. */
        SENT,
        /** On the telephone. */
        DELIVERED,
        /** Seen by a person. */
        READ,
        /** Given up: this person must be reached otherwise. */
        FAILED
    }
}
