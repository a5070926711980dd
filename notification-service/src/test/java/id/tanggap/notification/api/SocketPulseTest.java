package id.tanggap.notification.api;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.Tokens;
import id.tanggap.notification.support.AgencyPublisher;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.DeafSocket;
import id.tanggap.notification.support.SocketClient;
import id.tanggap.platform.event.EventIds;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whether the other end of a WebSocket lives. What would take heartbeats' time is asked at once. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class SocketPulseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** More than an end that does not answer is asked. */
    private static final int QUESTIONS = 7;

    @TestHTTPResource("/")
    URI base;

    @Inject
    SocketPulse pulse;

    @Inject
    MeterRegistry metrics;

    private final String ticket = UUID.randomUUID().toString();

    @Test
    void both_ends_see_that_the_other_one_lives() {
        try (SocketClient client = SocketClient.open(base, Tokens.user("satpolpp1"), Optional.empty())) {
            client.socket().sendPing(ByteBuffer.wrap(new byte[] {112})).join();
            await().atMost(PATIENCE).until(() -> client.pongs() == 1);

            for (int question = 1; question <= QUESTIONS; question++) {
                int asked = question;
                pulse.beat();
                // And the answer is on its way, for which it has a quarter of a second each time.
                await().atMost(PATIENCE).pollDelay(Duration.ofMillis(250)).until(() -> client.pings() >= asked);
            }
            assertFalse(client.ended(), "it answered each time");
        }
    }

    @Test
    void it_is_asked_without_being_told_to() {
        try (SocketClient client = SocketClient.open(base, Tokens.user("satpolpp1"), Optional.empty())) {
            await().atMost(PATIENCE).until(() -> client.pings() >= 2);
        }
    }

    @Test
    void who_does_not_answer_is_let_go() {
        try (DeafSocket deaf = new DeafSocket(base, Tokens.user("satpolpp1"), 0)) {
            await().atMost(PATIENCE).until(() -> streams() == 1);
            for (int question = 1; question <= QUESTIONS; question++) {
                pulse.beat();
            }
            assertEquals(new SocketClient.Closed(1008, "Pings were not answered."), deaf.readToClose());
        }
    }

    @Test
    void who_stops_reading_is_let_go_and_what_it_did_not_read_is_not_kept_for_it() {
        int copies = 100;
        int size = 200_000;
        String view = AgencyPublisher.view("dishub", ticket, 1).replace("Kebakaran dapur", "Asap ".repeat(size / 5));
        try (AgencyPublisher tickets = new AgencyPublisher()) {
            tickets.send(AgencyPublisher.record("ticket.agency.dishub.v1", EventIds.next(), ticket, 1, view));
        }
        await().atMost(PATIENCE)
                .until(() -> !Database.column("select 1 from feed_event where ticket_id = '" + ticket + "'")
                        .isEmpty());
        long first =
                Long.parseLong(Database.column("select position from feed_event where ticket_id = '" + ticket + "'")
                        .getFirst());
        Database.update(
                """
                with counted as (update feed_counter set last_position = last_position + %1$d where agency = 'dishub'
                                 returning last_position)
                insert into feed_event (agency, position, ticket_id, ticket_sequence, change, sealed_view, occurred_at)
                select e.agency, c.last_position - %1$d + i, e.ticket_id, i, e.change, e.sealed_view, now()
                  from counted c, feed_event e, generate_series(1, %1$d) i where e.ticket_id = '%2$s'
                """
                        .formatted(copies, ticket));
        // Those of other tests.
        await().atMost(PATIENCE).until(() -> streams() == 0);

        try (DeafSocket stuck = new DeafSocket(base, Tokens.user("dishub1"), first - 1)) {
            await().atMost(PATIENCE).until(() -> streams() == 1);
            await().atMost(PATIENCE).until(() -> streams() == 0);
            assertEquals(new SocketClient.Closed(1008, "Pings were not answered."), stuck.readToClose());
            assertTrue(stuck.told() < (long) copies * size, "the rest was never sent");
        } finally {
            Database.update("delete from feed_event where ticket_id = '" + ticket + "'");
        }
    }

    private double streams() {
        return metrics.get("tanggap.streams.open").gauge().value();
    }
}
