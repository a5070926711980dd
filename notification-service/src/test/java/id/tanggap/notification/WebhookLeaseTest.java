package id.tanggap.notification;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.OnWebhooks;
import id.tanggap.notification.support.WebhookReceiver;
import id.tanggap.notification.support.WebhookReceiver.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Attempts whose process is gone, or was thought to be. */
@QuarkusTest
class WebhookLeaseTest extends OnWebhooks {

    @Test
    void an_attempt_whose_process_died_is_taken_over_when_its_lease_ends_and_not_before() {
        AtomicBoolean up = new AtomicBoolean();
        try (WebhookReceiver receiver = new WebhookReceiver(request -> new Answer(up.get() ? 200 : 500, ""))) {
            Api.Subscribed subscribed = Api.subscribe("damkar1", receiver.url());
            tickets.publish("damkar", ticket, 1);
            String id = receiver.awaitRequests(1).getFirst().id();
            await().atMost(PATIENCE)
                    .until(() -> Database.update(
                                    """
                                    update delivery set lease_owner = 'a process that was killed', attempts = 1,
                                           leased_until = now() + interval '3 seconds'
                                     where subscription_id = '%s' and lease_owner is null and finished_at is null
                                    """
                                            .formatted(subscribed.id()))
                            == 1);
            int before = receiver.received().size();
            Instant killed = Instant.now();
            up.set(true);

            receiver.awaitRequests(before + 1);

            assertTrue(Duration.between(killed, Instant.now()).toMillis() >= 2500);
            assertEquals(id, receiver.received().getLast().id());
            awaitStatus(id, "DELIVERED");
        }
    }

    @Test
    void an_attempt_that_lost_its_lease_does_not_overwrite_what_came_after() throws SQLException {
        try (Connection other = Database.connect();
                Statement takeover = other.createStatement();
                WebhookReceiver receiver = new WebhookReceiver(request -> {
                    // While this answer is on its way another process takes over and delivers.
                    execute(
                            takeover,
                            "update delivery set status = 'DELIVERED', lease_owner = null, attempts = attempts + 1,"
                                    + " finished_at = now(), http_status = 299 where delivery_id = '" + request.id()
                                    + "'");
                    return new Answer(500, "");
                })) {
            Api.subscribe("damkar1", receiver.url());
            tickets.publish("damkar", ticket, 1);

            String id = receiver.awaitRequests(1).getFirst().id();

            receiver.assertStays(1);
            assertEquals(
                    List.of("299"),
                    Database.column("select http_status from delivery where delivery_id = '" + id + "'"));
        }
    }

    private static void execute(Statement statement, String sql) {
        try {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
