package id.tanggap.notification.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.health.policy.SubscriptionState;
import id.tanggap.notification.roster.Person;
import id.tanggap.notification.roster.Reach;
import id.tanggap.notification.roster.Roster;
import id.tanggap.notification.subscription.Route;
import id.tanggap.notification.subscription.SealedRoutes;
import id.tanggap.notification.wording.policy.Language;
import id.tanggap.platform.event.EventIds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells a subscription's owner that its first channel is not used any more: once for each time, over the next channel, or,
 * where none is a person's, the officer of its agency who is on duty.
 */
@ApplicationScoped
class PauseNotice {

    private static final int PRIORITY = 5;

    /** Nobody is rung up for it. */
    private static final List<Person.Kind> WRITTEN = List.of(Person.Kind.EMAIL, Person.Kind.WHATSAPP, Person.Kind.SMS);

    private final DirectDeliveries direct;
    private final SealedRoutes routes;
    private final Roster roster;
    private final Reach reach;
    private final ObjectMapper json;

    PauseNotice(DirectDeliveries direct, SealedRoutes routes, Roster roster, Reach reach, ObjectMapper json) {
        this.direct = direct;
        this.routes = routes;
        this.roster = roster;
        this.reach = reach;
        this.json = json;
    }

    private record Told(ChannelKind channel, Recipient to) {}

    /**
     * Makes it in the session's transaction, if there is anybody to be told.
     *
     * @param state PAUSED or DISABLED
     */
    Uni<Void> of(
            Mutiny.Session session,
            ClaimedDelivery delivery,
            SubscriptionState state,
            FailureReason reason,
            Instant now) {
        List<Route> others =
                routes
                        .open(
                                delivery.to().kinds(),
                                delivery.to().url(),
                                delivery.to().sealedRoutes())
                        .stream()
                        .skip(1)
                        .toList();
        return owner(session, delivery.agency(), others, now).chain(found -> found.map(
                        told -> add(session, delivery, told, text(delivery, state, reason, others), state, now))
                .orElse(Uni.createFrom().voidItem()));
    }

    private Uni<Optional<Told>> owner(Mutiny.Session session, String agency, List<Route> others, Instant now) {
        Optional<Told> next = others.stream()
                .filter(route -> route.kind() != ChannelKind.WEBHOOK)
                .findFirst()
                .map(route -> new Told(route.kind(), new Recipient("subscription", route.address(), route.language())));
        return next.isPresent()
                ? Uni.createFrom().item(next)
                : roster.onDuty(session, agency, now).map(onDuty -> onDuty.stream()
                        .map(duty -> duty.member().person())
                        .flatMap(person -> reach.ways(person, WRITTEN)
                                .map(way -> new Told(
                                        way.channel(), new Recipient(person.name(), way.address(), Language.ID))))
                        .findFirst());
    }

    private Uni<Void> add(
            Mutiny.Session session,
            ClaimedDelivery delivery,
            Told told,
            String text,
            SubscriptionState state,
            Instant now) {
        UUID id = EventIds.next();
        return direct.add(
                session,
                id,
                new DirectDeliveries.News(
                        delivery.agency(),
                        0,
                        "subscription:" + delivery.subscriptionId().orElseThrow(),
                        0,
                        PRIORITY,
                        Optional.of(view(delivery, state, text, id, now))),
                told.channel(),
                told.to(),
                Optional.empty());
    }

    private static String text(
            ClaimedDelivery delivery, SubscriptionState state, FailureReason reason, List<Route> others) {
        boolean gone = state == SubscriptionState.DISABLED;
        String channel = delivery.channel().name();
        String until = gone ? "sampai langganan diaktifkan lagi" : "sampai pulih";
        String untilInEnglish = gone ? "until the subscription is enabled again" : "until it is back";
        return channel
                + (gone ? " tidak mau menerima lagi (410). " : " gagal terus (" + reason + "). ")
                + (others.isEmpty()
                        ? "Tiket berikutnya menunggu " + until + ", paling lama sehari."
                        : "Tiket berikutnya lewat saluran lain " + until + ".")
                + (gone ? " / It wants no more; " : " / It keeps failing; ")
                + (others.isEmpty()
                        ? "tickets wait " + untilInEnglish + ", for a day at most."
                        : "tickets come over another channel " + untilInEnglish + ".");
    }

    /** In the form of a ticket, as every channel puts into words, and unmistakably none. */
    private String view(ClaimedDelivery delivery, SubscriptionState state, String text, UUID id, Instant now) {
        UUID subscription = delivery.subscriptionId().orElseThrow();
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
                    Map.entry("text", text),
                    Map.entry("location", Map.of("address", "Langganan " + delivery.channel())),
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
