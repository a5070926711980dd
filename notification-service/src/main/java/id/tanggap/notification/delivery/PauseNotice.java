package id.tanggap.notification.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.health.policy.SubscriptionState;
import id.tanggap.notification.subscription.Route;
import id.tanggap.notification.subscription.SealedRoutes;
import id.tanggap.platform.event.EventIds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells a subscription's owner that its first channel is not used any more, over the next one: once for each time. */
@ApplicationScoped
class PauseNotice {

    private static final int PRIORITY = 5;

    private final DirectDeliveries direct;
    private final SealedRoutes routes;
    private final ObjectMapper json;

    PauseNotice(DirectDeliveries direct, SealedRoutes routes, ObjectMapper json) {
        this.direct = direct;
        this.routes = routes;
        this.json = json;
    }

    /**
     * Makes it in the session's transaction, if this delivery's subscription has another channel.
     *
     * @param state PAUSED or DISABLED
     */
    Uni<Void> of(
            Mutiny.Session session,
            ClaimedDelivery delivery,
            SubscriptionState state,
            FailureReason reason,
            Instant now) {
        ClaimedDelivery.To to = delivery.to();
        List<Route> all = routes.open(to.kinds(), to.url(), to.sealedRoutes());
        UUID id = EventIds.next();
        return all.stream()
                .skip(1)
                .filter(route -> route.kind() != ChannelKind.WEBHOOK)
                .findFirst()
                .map(route -> direct.add(
                        session,
                        id,
                        new DirectDeliveries.News(
                                delivery.agency(),
                                0,
                                "subscription:" + delivery.subscriptionId().orElseThrow(),
                                0,
                                PRIORITY,
                                Optional.of(view(delivery, state, reason, id, now))),
                        route.kind(),
                        new Recipient("subscription", route.address(), route.language()),
                        Optional.empty()))
                .orElse(Uni.createFrom().voidItem());
    }

    /** In the form of a ticket, as every channel puts into words, and unmistakably none. */
    private String view(ClaimedDelivery delivery, SubscriptionState state, FailureReason reason, UUID id, Instant now) {
        String channel = delivery.channel().name();
        UUID subscription = delivery.subscriptionId().orElseThrow();
        boolean gone = state == SubscriptionState.DISABLED;
        try {
            return json.writeValueAsString(Map.ofEntries(
                    Map.entry("ticketId", id),
                    Map.entry("number", subscription),
                    Map.entry("agency", delivery.agency()),
                    Map.entry("change", state.name()),
                    Map.entry("category", "NOTICE"),
                    Map.entry("categoryLabel", Map.of("id", "Pemberitahuan", "en", "Notice")),
                    Map.entry("priority", PRIORITY),
                    Map.entry("lifeThreat", false),
                    Map.entry(
                            "text",
                            gone
                                    ? channel
                                            + " tidak mau menerima lagi (410). Tiket berikutnya lewat saluran ini sampai"
                                            + " langganan diaktifkan lagi. / It wants no more; tickets come over this"
                                            + " channel until the subscription is enabled again."
                                    : channel + " gagal terus (" + reason
                                            + "). Tiket berikutnya lewat saluran ini sampai"
                                            + " pulih. / It keeps failing; tickets come over this channel until it is"
                                            + " back."),
                    Map.entry("location", Map.of("address", "Langganan " + channel)),
                    Map.entry(
                            "assignment",
                            Map.of("assignmentId", id, "role", "LEAD", "status", "Active", "receivedAt", now)),
                    Map.entry("reportedAt", now),
                    Map.entry("openedAt", now)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a notice is plain JSON", e);
        }
    }
}
