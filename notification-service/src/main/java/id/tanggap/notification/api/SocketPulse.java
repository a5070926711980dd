package id.tanggap.notification.api;

import id.tanggap.notification.config.StreamConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Asks the other end of each WebSocket whether it is there, and lets go of those that do not answer: dead ones, and those that
 * have so much unread before them that the question does not reach them. One timer for all.
 */
@ApplicationScoped
class SocketPulse {

    private static final Logger LOG = Logger.getLogger(SocketPulse.class);
    private static final Buffer QUESTION = Buffer.buffer("112");
    private static final CloseReason NO_ANSWER = new CloseReason(1008, "Pings were not answered.");

    private final OpenConnections connections;
    private final StreamConfig config;
    private final Vertx vertx;

    SocketPulse(OpenConnections connections, StreamConfig config, Vertx vertx) {
        this.connections = connections;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.heartbeat().toMillis(), tick -> beat());
    }

    /** Asks each once. */
    void beat() {
        connections.forEach(SocketPulse::ask);
    }

    private static void ask(WebSocketConnection connection) {
        SocketPeer.of(connection).ifPresent(peer -> {
            Uni<Void> step = peer.asked() ? connection.sendPing(QUESTION) : SocketPeer.letGo(connection, NO_ANSWER);
            step.subscribe()
                    .with(done -> {}, failure -> LOG.debugf("event=socket-not-asked connection=%s", connection.id()));
        });
    }
}
