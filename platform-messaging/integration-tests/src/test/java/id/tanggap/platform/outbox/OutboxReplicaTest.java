package id.tanggap.platform.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A second replica's relay beside the application's own, with sends that end when the test says so. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class OutboxReplicaTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REPLICA = "replica-b";

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @Inject
    OutboxConfig settings;

    @Inject
    OutboxSeal seal;

    @Inject
    PublishDelay delay;

    @Inject
    PublishSpans spans;

    @Inject
    KafkaClientService kafka;

    private final UUID event = UUID.randomUUID();
    private final CompletableFuture<BooleanSupplier> sending = new CompletableFuture<>();
    private final CompletableFuture<OutboxPublisher.Outcome> sent = new CompletableFuture<>();

    @AfterEach
    void leaveNothing() {
        execute("delete from outbox_event where id = $1", Tuple.of(event));
        execute("update outbox_lane set owner = null, leased_until = null", Tuple.tuple());
    }

    @Test
    void a_stopping_process_waits_for_the_send_under_way_and_then_gives_its_lanes_to_the_others() {
        OutboxRelay relay = relayWithASendUnderWay();
        BooleanSupplier mayContinue = sending.join();
        assertTrue(mayContinue.getAsBoolean());

        var stopped = CompletableFuture.runAsync(() -> relay.stop(new ShutdownEvent()));
        await().atMost(PATIENCE).until(() -> !mayContinue.getAsBoolean());
        assertFalse(stopped.isDone());
        assertEquals(1, lanesHeld());
        markPublished();
        sent.complete(new OutboxPublisher.Outcome(1, false));
        stopped.join();

        assertEquals(0, lanesHeld());
    }

    @Test
    void a_process_that_stops_after_a_send_of_unknown_outcome_keeps_its_lanes_until_the_lease_ends() {
        OutboxRelay relay = relayWithASendUnderWay();
        sending.join();

        sent.complete(new OutboxPublisher.Outcome(0, true));
        relay.stop(new ShutdownEvent());

        assertEquals(1, lanesHeld());
    }

    @Test
    void whether_to_send_is_asked_when_the_sending_thread_is_free_for_it_and_not_before() {
        List<String> threads = new CopyOnWriteArrayList<>();

        var outcome = new OutboxPublisher(kafka, new OutboxStore(pool), seal, delay, spans, "sample-service")
                .publish(List.of(pending("held", seal.rest(Map.of(), "{}"))), () -> {
                    threads.add(Thread.currentThread().getName());
                    return false;
                })
                .await()
                .atMost(PATIENCE);

        assertEquals(new OutboxPublisher.Outcome(0, false), outcome);
        assertEquals(1, threads.size());
        assertTrue(threads.getFirst().startsWith("smallrye-kafka-producer-thread"), threads.getFirst());
    }

    @Test
    void an_event_that_cannot_be_opened_holds_up_its_own_key_alone() {
        PendingEvent foreign = pending("a", "sealed under another key");
        PendingEvent behind = pending("a", seal.rest(Map.of(), "{}"));
        PendingEvent other = pending("b", seal.rest(Map.of(), "{}"));

        var outcome = new OutboxPublisher(kafka, new OutboxStore(pool), seal, delay, spans, "sample-service")
                .publish(List.of(foreign, behind, other), () -> true)
                .await()
                .atMost(PATIENCE);

        assertEquals(new OutboxPublisher.Outcome(1, true), outcome);
    }

    private static PendingEvent pending(String key, String sealed) {
        return new PendingEvent(
                UUID.randomUUID(),
                "sample.stuck.v1",
                key,
                "id.tanggap.sample.note.v1",
                key,
                1,
                OffsetDateTime.now(ZoneOffset.UTC),
                Optional.of(sealed),
                Optional.empty());
    }

    /** The other lanes belong to a third replica, this one to the second, so that the application's own relay keeps away. */
    private OutboxRelay relayWithASendUnderWay() {
        execute(
                "update outbox_lane set owner = case lane when 5 then $1 else 'replica-c' end, leased_until = now() + interval '1 hour'",
                Tuple.of(REPLICA));
        execute(
                """
                insert into outbox_event
                    (id, lane, topic, record_key, event_type, subject, sequence, occurred_at, payload)
                values ($1, 5, 'sample.note.v1', 'held', 'id.tanggap.sample.note.v1', 'held', 1, $2, 'sealed')
                """,
                Tuple.of(event, OffsetDateTime.now(ZoneOffset.UTC)));
        OutboxStore store = new OutboxStore(pool);
        OutboxPublisher publisher = new OutboxPublisher(kafka, store, seal, delay, spans, "sample-service") {
            @Override
            Uni<Outcome> publish(List<PendingEvent> events, BooleanSupplier mayContinue) {
                sending.complete(mayContinue);
                return Uni.createFrom().completionStage(sent);
            }
        };
        OutboxRelay relay = new OutboxRelay(store, publisher, new Named(settings), vertx);
        relay.wake();
        return relay;
    }

    private void markPublished() {
        execute("update outbox_event set published_at = now() where id = $1", Tuple.of(event));
    }

    private long lanesHeld() {
        return pool.withConnection(connection -> connection
                        .preparedQuery("select count(*) from outbox_lane where owner = $1")
                        .execute(Tuple.of(REPLICA)))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private void execute(String sql, Tuple parameters) {
        pool.withConnection(connection -> connection.preparedQuery(sql).execute(parameters))
                .await()
                .indefinitely();
    }

    /** The application's settings under another name. */
    private record Named(OutboxConfig like) implements OutboxConfig {
        @Override
        public String instance() {
            return REPLICA;
        }

        @Override
        public int batchSize() {
            return like.batchSize();
        }

        @Override
        public Duration lease() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration pollInterval() {
            return like.pollInterval();
        }

        @Override
        public Duration retryDelay() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration longestRetryDelay() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration retention() {
            return like.retention();
        }
    }
}
