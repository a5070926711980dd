package id.tanggap.notification.api;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What is known of the other end of a WebSocket: what it follows, and whether it still answers. */
final class SocketPeer {

    private static final UserData.TypedKey<SocketPeer> KEY = new UserData.TypedKey<>("peer");
    /** Not fewer: a machine that is busy for a moment is no dead peer. */
    private static final int UNANSWERED = 5;

    private static final Cancellable OVER = () -> {};

    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicReference<Cancellable> following = new AtomicReference<>();

    /** The one at the other end of this connection; empty before it is opened. */
    static Optional<SocketPeer> of(WebSocketConnection connection) {
        return Optional.ofNullable(connection.userData().get(KEY));
    }

    /** Begins to keep account of this connection's other end. */
    static SocketPeer at(WebSocketConnection connection) {
        SocketPeer peer = new SocketPeer();
        connection.userData().put(KEY, peer);
        return peer;
    }

    /** It follows this until it leaves. */
    void follows(Cancellable stream) {
        if (!following.compareAndSet(null, stream)) {
            stream.cancel();
        }
    }

    void leaves() {
        Cancellable stream = following.getAndSet(OVER);
        if (stream != null) {
            stream.cancel();
        }
    }

    /** Something came from it. */
    void lives() {
        unanswered.set(0);
    }

    /** Counts one more question to it; false if it has left too many without an answer. */
    boolean asked() {
        return unanswered.getAndIncrement() < UNANSWERED;
    }

    /** Says why and lets it go; one that does not even take that is cut off by the HTTP server when nothing has moved for its idle time. */
    static Uni<Void> letGo(WebSocketConnection connection, CloseReason reason) {
        of(connection).ifPresent(SocketPeer::leaves);
        return connection.isOpen() ? connection.close(reason) : Uni.createFrom().voidItem();
    }
}
