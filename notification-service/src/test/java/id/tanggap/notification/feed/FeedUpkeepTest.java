package id.tanggap.notification.feed;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.notification.support.AgencyPublisher;
import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.WebhookReceiver;
import id.tanggap.platform.tx.OwnContext;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class FeedUpkeepTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    FeedPurge purge;

    @Inject
    FeedStreams streams;

    @Inject
    FeedTails tails;

    @Inject
    Vertx vertx;

    @Test
    void old_news_is_forgotten_but_not_what_a_delivery_still_needs_nor_what_is_young() {
        String delivered = UUID.randomUUID().toString();
        String waiting = UUID.randomUUID().toString();
        String young = UUID.randomUUID().toString();
        try (AgencyPublisher tickets = new AgencyPublisher();
                WebhookReceiver receiver = new WebhookReceiver(
                        request -> new WebhookReceiver.Answer(request.body().contains(waiting) ? 503 : 200, ""))) {
            Api.Subscribed subscribed = Api.subscribe("dishub1", receiver.url());
            for (String ticket : List.of(waiting, delivered, young)) {
                tickets.publish("dishub", ticket, 1);
            }
            await().atMost(PATIENCE)
                    .until(() ->
                            Database.column("select 1 from delivery where status = 'DELIVERED' and subscription_id = '"
                                                    + subscribed.id() + "'")
                                            .size()
                                    == 2);
            Database.update("update delivery set status = 'RETRYING', finished_at = null,"
                    + " next_attempt_at = now() + interval '1 hour' where ticket_id = '" + waiting + "'");
            Database.update("update feed_event set stored_at = now() - interval '8 days' where ticket_id in ('"
                    + waiting + "', '" + delivered + "')");

            purge.purge();

            await().atMost(PATIENCE).until(() -> kept(delivered).isEmpty());
            assertEquals(1, kept(waiting).size());
            assertEquals(1, kept(young).size());
            Api.unsubscribe("dishub1", subscribed.id());
        }
    }

    @Test
    void a_stream_ends_when_its_token_does() throws Exception {
        Instant began = Instant.now();

        List<Frame> frames = OwnContext.run(
                        vertx, () -> streams.open("dinsos", OptionalLong.empty(), Duration.ofSeconds(2))
                                .collect()
                                .asList())
                .await()
                .atMost(Duration.ofSeconds(20));
        assertTrue(Duration.between(began, Instant.now()).toMillis() >= 1900);
        assertTrue(frames.getFirst() instanceof Frame.Opened, frames::toString);
        assertTrue(frames.getLast() instanceof Frame.Heartbeat, frames::toString);
    }

    @Test
    void what_one_stream_has_read_is_there_for_the_others_while_anybody_follows() {
        String ticket = UUID.randomUUID().toString();
        try (AgencyPublisher tickets = new AgencyPublisher()) {
            tickets.publish("dlh", ticket, 1);
            tickets.publish("dlh", ticket, 2);
        }
        await().atMost(PATIENCE).until(() -> kept(ticket).size() == 2);
        long before = Long.parseLong(kept(ticket).getFirst()) - 1;
        List<Feed.Entry> read = tail(before);
        assertEquals(
                List.of(before + 1, before + 2),
                read.stream().map(Feed.Entry::position).toList());
        Database.update("delete from feed_event where ticket_id = '" + ticket + "'");

        assertEquals(read, tail(before), "nobody asked the database");
        assertEquals(read.subList(1, 2), tail(before + 1));
        tails.forget("dlh");

        assertEquals(List.of(), tail(before));
    }

    private List<Feed.Entry> tail(long after) {
        return tails.after("dlh", after).await().atMost(PATIENCE);
    }

    private static List<String> kept(String ticket) {
        return Database.column("select position from feed_event where ticket_id = '" + ticket + "' order by position");
    }
}
