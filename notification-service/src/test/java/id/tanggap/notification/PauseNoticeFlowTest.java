package id.tanggap.notification;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.Duty;
import id.tanggap.notification.support.OnChannels;
import id.tanggap.notification.support.WebhookReceiver;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has a subscription is told that its first channel is used no more. */
@QuarkusTest
class PauseNoticeFlowTest extends OnChannels {

    private static final String NUMBER = "+6281300000017";
    private static final String MAILBOX = "posko@damkar.example.go.id";

    private final AtomicInteger answer = new AtomicInteger(503);
    private WebhookReceiver receiver;

    @BeforeEach
    void listen() throws Exception {
        receiver = new WebhookReceiver(request -> new WebhookReceiver.Answer(answer.get(), ""));
    }

    @AfterEach
    void hangUp() {
        receiver.close();
    }

    @Test
    void a_channel_that_wants_no_more_is_passed_over_and_its_owner_is_told_once_over_the_next() throws Exception {
        answer.set(410);
        String id = Api.subscribe(
                "damkar1",
                List.of(Api.webhook(receiver.url()), Map.of("kind", "EMAIL", "address", MAILBOX, "language", "EN")));
        tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active");
        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED EMAIL 2")));
        String other = UUID.randomUUID().toString();
        tickets.publish("damkar", other, 1, UUID.randomUUID(), "Active");

        await().atMost(PATIENCE).until(() -> servers.subjects().size() == 3);
        assertEquals(1, receiver.received().size());
        assertEquals(
                1,
                servers.subjects().stream()
                        .filter(one -> one.contains("CHANNEL DISABLED"))
                        .count(),
                () -> "" + servers.subjects());
        Api.as("damkar1").get("/api/v1/subscriptions/" + id).then().body("state", is("DISABLED"));
    }

    @Test
    void who_has_a_webhook_alone_is_told_through_the_officer_on_duty_once_and_is_not_rung_up() throws Exception {
        Duty.officer("damkar1", "Dewi", Map.of("VOICE", NUMBER));
        Duty.officer("damkar1", "Budi", Map.of("VOICE", NUMBER, "EMAIL", MAILBOX));
        Duty.officer("pdam1", "Sari", Map.of("EMAIL", "sari@pdam.example.go.id"));
        answer.set(410);
        String id = Api.subscribe("damkar1", receiver.url()).id();
        tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active");

        await().atMost(PATIENCE).until(() -> !servers.subjects().isEmpty());
        // A second time it is the same state; what waits for that is seen to be tried no more.
        tickets.publish("damkar", UUID.randomUUID().toString(), 1, UUID.randomUUID(), "Active");
        Api.as("damkar1").get("/api/v1/subscriptions/" + id).then().body("state", is("DISABLED"));
        await().atMost(PATIENCE).until(() -> notices(id).equals(List.of("DELIVERED")));
        assertEquals(1, receiver.received().size());
        assertEquals(1, servers.mail.messages().size());
        var mail = servers.mail.messages().getFirst();
        assertEquals(MAILBOX, mail.getAllRecipients()[0].toString());
        assertTrue(mail.getSubject().contains("SALURAN DIMATIKAN"), mail.getSubject());
        assertEquals(List.of(), servers.voice.received());
    }

    @Test
    void one_that_keeps_failing_is_told_of_once_when_it_is_paused() throws Exception {
        Duty.officer("damkar1", "Budi", Map.of("SMS", NUMBER));
        String id = Api.subscribe("damkar1", receiver.url()).id();
        tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active");
        await().atMost(PATIENCE).until(() -> receiver.received().size() >= 2);
        Database.update("update subscription_health set failing_since = failing_since - interval '1 hour'"
                + " where subscription_id = '" + id + "'");

        await().atMost(PATIENCE).until(() -> notices(id).equals(List.of("DELIVERED")));
        int tried = receiver.received().size();
        // Probes that fail are no news.
        await().atMost(PATIENCE).until(() -> receiver.received().size() >= tried + 2);
        assertEquals(List.of("DELIVERED"), notices(id));
        Api.as("damkar1").get("/api/v1/subscriptions/" + id).then().body("state", is("PAUSED"));
    }

    private List<String> deliveries() {
        return Database.column("select status || ' ' || channel || ' ' || attempts from delivery where ticket_id = '"
                + ticket + "' order by position");
    }

    private static List<String> notices(String subscription) {
        return Database.column("select status from delivery where ticket_id = 'subscription:" + subscription + "'");
    }
}
