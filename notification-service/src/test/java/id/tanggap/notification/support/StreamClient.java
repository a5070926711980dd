package id.tanggap.notification.support;

import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Follows an agency's tickets, over whichever of the two protocols. */
public interface StreamClient extends AutoCloseable {

    Duration PATIENCE = Duration.ofSeconds(30);

    /** What was told, as it came; {@code id} is empty where none came with it. */
    record Event(String name, String id, JsonObject data) {}

    /** The ways to follow. */
    enum Protocol {
        SERVER_SENT_EVENTS {
            @Override
            public StreamClient open(URI base, String query, String token, Optional<String> after) {
                return SseClient.open(base, query, token, after);
            }
        },
        WEBSOCKET {
            @Override
            public StreamClient open(URI base, String query, String token, Optional<String> after) {
                return SocketClient.open(base, query, token, after);
            }
        };

        /**
         * Connects and waits for the stream to be open.
         *
         * @param query what stands behind the address, from its question mark on
         * @param after the id in Last-Event-ID
         */
        public abstract StreamClient open(URI base, String query, String token, Optional<String> after);
    }

    /** In order; neither the opening nor heartbeats. */
    List<Event> events();

    int heartbeats();

    /** Where to go on from: the last id that came, that of the opening included. */
    String place();

    /** Waits until so many have come; fails at once if no more can come. */
    default List<Event> awaitEvents(int count) {
        await().atMost(PATIENCE).until(() -> events().size() >= count || ended());
        if (events().size() < count) {
            throw new AssertionError("ended after " + events().size() + " events");
        }
        return events();
    }

    default List<JsonObject> data() {
        return events().stream().map(Event::data).toList();
    }

    boolean ended();

    @Override
    void close();
}
