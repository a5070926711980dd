package id.tanggap.notification.delivery;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.platform.event.TraceParent;
import id.tanggap.platform.seal.Seal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Deliveries to one person over one channel, which no subscription asked for: a ladder's rungs, and notices of ours. */
@ApplicationScoped
public class DirectDeliveries {

    private static final String INSERT =
            """
            insert into delivery (delivery_id, agency, position, ticket_id, ticket_sequence, priority, channel,
                                  sealed_recipient, sealed_view, ladder_id, rung, traceparent)
            values (:id, :agency, :position, :ticketId, :ticketSequence, :priority, :channel,
                    :recipient, :view, cast(cast(:ladder as text) as uuid), :rung, cast(:traceparent as text))
            """;

    private static final String CANCEL =
            """
            update delivery set status = 'CANCELLED', finished_at = now(), lease_owner = null, leased_until = null
             where ladder_id = :ladder and status in ('PENDING', 'RETRYING')
            """;

    private final Seal seal;
    private final Recipients recipients;

    DirectDeliveries(Seal seal, Recipients recipients) {
        this.seal = seal;
        this.recipients = recipients;
    }

    /**
     * What is told.
     *
     * @param agency whose news it is, and whose log shows it
     * @param position of the news in the agency's feed; 0 where {@code view} says what is told instead
     * @param view as {@code ticket.agency.v1}
     */
    public record News(
            String agency, long position, String ticketId, long ticketSequence, int priority, Optional<String> view) {

        @Override
        public String toString() {
            return "News[ticketId=" + ticketId + "]";
        }
    }

    /** The step of a ladder that it belongs to. */
    public record Step(UUID ladderId, String rung) {}

    /** Makes one in the session's transaction; whoever asks sees to it that it is asked once. */
    public Uni<Void> add(
            Mutiny.Session session, UUID id, News news, ChannelKind channel, Recipient recipient, Optional<Step> step) {
        return session.createNativeQuery(INSERT)
                .setParameter("id", id)
                .setParameter("agency", news.agency())
                .setParameter("position", news.position())
                .setParameter("ticketId", news.ticketId())
                .setParameter("ticketSequence", news.ticketSequence())
                .setParameter("priority", news.priority())
                .setParameter("channel", channel.name())
                .setParameter("recipient", recipients.seal(recipient))
                .setParameter("view", news.view().map(seal::seal).orElse(null))
                .setParameter(
                        "ladder", step.map(Step::ladderId).map(UUID::toString).orElse(null))
                .setParameter("rung", step.map(Step::rung).orElse(null))
                .setParameter("traceparent", TraceParent.current().orElse(null))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Ends what of a ladder is still on its way. */
    public Uni<Integer> cancel(Mutiny.Session session, UUID ladderId) {
        return session.createNativeQuery(CANCEL)
                .setParameter("ladder", ladderId)
                .executeUpdate();
    }
}
