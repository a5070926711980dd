package id.tanggap.notification.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.delivery.policy.AttemptResult;
import id.tanggap.notification.subscription.Route;
import id.tanggap.notification.subscription.Targets;
import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.time.Now;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Sends a ticket that is none to a subscription, so that its owner sees at once whether it is set up well. Nothing of it is kept. */
@ApplicationScoped
public class TestTicket {

    private static final Logger LOG = Logger.getLogger(TestTicket.class);
    private static final ProblemType UNDER_WAY =
            new ProblemType("test-under-way", 409, "A test ticket is on its way already");

    private final Targets targets;
    private final Courier courier;
    private final ObjectMapper json;
    private final Now now;
    /** A person waits for the answer; more at a time would only be a way to make us call somebody often. */
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    TestTicket(Targets targets, Courier courier, ObjectMapper json, Now now) {
        this.targets = targets;
        this.courier = courier;
        this.json = json;
        this.now = now;
    }

    /** What came of a test. */
    public record Tested(UUID webhookId, ChannelKind channel, AttemptResult result, Duration took) {}

    /** Sends one over the first channel, whatever the subscription's state and wishes; a {@link Problem} if the agency has no such. */
    public Uni<Tested> send(String agency, UUID subscriptionId) {
        return targets.of(agency, subscriptionId).chain(target -> {
            if (!underWay.add(subscriptionId)) {
                throw Problem.of(UNDER_WAY, "Wait for its answer.");
            }
            UUID id = EventIds.next();
            long begun = System.nanoTime();
            Route first = target.routes().getFirst();
            return Uni.createFrom()
                    .deferred(() -> courier.send(agency, id, first, target.secrets(), ticket(agency, id)))
                    .onTermination()
                    .invoke(() -> underWay.remove(subscriptionId))
                    .map(result ->
                            new Tested(id, first.kind(), result.attempt(), Duration.ofNanos(System.nanoTime() - begun)))
                    .invoke(tested -> LOG.infof(
                            "event=subscription-tested agency=%s subscription=%s result=%s",
                            agency, subscriptionId, tested.result()));
        });
    }

    /** As {@code ticket.agency.v1} has it, and unmistakably none. */
    private String ticket(String agency, UUID id) {
        Instant moment = now.get();
        Map<String, Object> ticket = Map.ofEntries(
                Map.entry("ticketId", id),
                Map.entry("number", "TEST-20250101-0000"),
                Map.entry("agency", agency),
                Map.entry("change", "TEST"),
                Map.entry("category", "TEST"),
                Map.entry("categoryLabel", Map.of("id", "Uji coba", "en", "Test")),
                Map.entry("priority", 0),
                Map.entry("lifeThreat", false),
                Map.entry("text", "UJI COBA: tiket ini hanya untuk menguji sambungan. Tidak ada kejadian."),
                Map.entry(
                        "assignment",
                        Map.of("assignmentId", id, "role", "LEAD", "status", "Active", "receivedAt", moment)),
                Map.entry("reportedAt", moment),
                Map.entry("openedAt", moment));
        try {
            return json.writeValueAsString(ticket);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a test ticket is plain JSON", e);
        }
    }
}
