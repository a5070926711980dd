package id.tanggap.notification.api;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.delivery.DeliveryStatus;
import id.tanggap.notification.ladder.policy.Rung;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was told of a ticket.
 *
 * @param told the oldest first
 * @param ladders one for each time that an agency did not accept
 */
public record TimelineView(String ticketId, List<ToldView> told, List<LadderView> ladders) {

    /**
     * One message.
     *
     * @param to an officer's name, or {@code webhook}, {@code subscription} or {@code command centre}; never an address
     * @param channel of the last attempt
     * @param receipt how far it has come, as its channel told later
     * @param rung of a ladder
     */
    public record ToldView(
            UUID deliveryId,
            String agency,
            String to,
            ChannelKind channel,
            DeliveryStatus status,
            Instant at,
            Optional<Instant> attemptedAt,
            Optional<Instant> finishedAt,
            int attempts,
            Optional<String> reason,
            Optional<String> receipt,
            Optional<Instant> receiptAt,
            Optional<String> rung) {

        @Override
        public String toString() {
            return "ToldView[deliveryId=" + deliveryId + "]";
        }
    }

    /**
     * How one agency's people are woken.
     *
     * @param clockFrom since when the time ran in which it was to accept
     * @param stoppedBy ACCEPTED, REFERRED, CANCELLED, CLOSED, MERGED, REPLACED or EXPIRED; absent while it is open
     */
    public record LadderView(
            UUID ladderId,
            String agency,
            Instant clockFrom,
            Instant since,
            Optional<Instant> stoppedAt,
            Optional<String> stoppedBy,
            List<RungView> rungs) {}

    /**
     * One step.
     *
     * @param state TOLD, SKIPPED, or TO_COME unless the ladder has stopped
     * @param at when it was, or of the next one will be
     * @param messages that it was told by
     * @param reason why nobody was told
     */
    public record RungView(Rung rung, RungState state, Optional<Instant> at, int messages, Optional<String> reason) {}

    /** Where a step stands. */
    public enum RungState {
        TOLD,
        SKIPPED,
        TO_COME
    }
}
