package id.tanggap.notification.api;

import id.tanggap.notification.feed.FeedStreams;
import id.tanggap.platform.api.Asker;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.tx.DatabaseFailures;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.HandshakeRequest;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPingMessage;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The same stream as {@link TicketStreamResource}, for who asks for a WebSocket (RFC 6455). A wrong token or role is refused
 * before it opens, with 401 or 403; everything else that is wrong is said by a close code and its reason, for no client's
 * library shows the body of a refused handshake.
 *
 * <p>The next text is written when the one before has left for the network: one who reads slowly holds up nobody but itself.
 */
@WebSocket(path = TicketStreamResource.PATH)
@RolesAllowed({Caller.AGENCY, Caller.OFFICER})
public class TicketSocket {

    private static final Logger LOG = Logger.getLogger(TicketSocket.class);

    private static final int GOING_AWAY = 1001;
    private static final int CANNOT_ACCEPT = 1003;
    private static final int POLICY = 1008;
    private static final int TOO_BIG = 1009;
    private static final int OUR_FAULT = 1011;
    private static final int TRY_AGAIN_LATER = 1013;

    // Quarkus closes a socket in the moment in which its token ends; the stream must not end a moment earlier and say
    // something else.
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final FeedStreams streams;
    private final Caller caller;
    private final Asker asker;

    TicketSocket(FeedStreams streams, Caller caller, Asker asker) {
        this.streams = streams;
        this.caller = caller;
        this.asker = asker;
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection connection) {
        SocketPeer peer = SocketPeer.at(connection);
        HandshakeRequest request = connection.handshakeRequest();
        try {
            peer.follows(streams.open(
                            caller.agency(),
                            StreamPosition.of(request.header(StreamPosition.LAST_EVENT_ID), after(request.query())),
                            asker.remaining().plus(MOMENT))
                    .onItem()
                    .call(frame -> connection.sendText(SocketText.of(frame)))
                    .subscribe()
                    .with(
                            sent -> {},
                            failure -> end(connection, reasonOf(failure, connection)),
                            () -> end(
                                    connection,
                                    new CloseReason(GOING_AWAY, "The stream has ended; connect again to go on."))));
            return Uni.createFrom().voidItem();
        } catch (RuntimeException refused) {
            return SocketPeer.letGo(connection, reasonOf(refused, connection));
        }
    }

    @OnPongMessage
    Uni<Void> answered(WebSocketConnection connection, Buffer pong) {
        SocketPeer.of(connection).ifPresent(SocketPeer::lives);
        return Uni.createFrom().voidItem();
    }

    @OnPingMessage
    Uni<Void> asked(WebSocketConnection connection, Buffer ping) {
        SocketPeer.of(connection).ifPresent(SocketPeer::lives);
        return Uni.createFrom().voidItem();
    }

    @OnTextMessage
    Uni<Void> text(WebSocketConnection connection, String anything) {
        return refuse(connection);
    }

    @OnBinaryMessage
    Uni<Void> binary(WebSocketConnection connection, Buffer anything) {
        return refuse(connection);
    }

    private static Uni<Void> refuse(WebSocketConnection connection) {
        return SocketPeer.letGo(
                connection, new CloseReason(CANNOT_ACCEPT, "This stream only tells; it takes no messages."));
    }

    /** A peer that vanished, or that sent what is no frame or more than is ever read. */
    @OnError
    Uni<Void> failed(WebSocketConnection connection, Throwable failure) {
        LOG.debugf(failure, "event=socket-failed connection=%s", connection.id());
        return SocketPeer.letGo(connection, new CloseReason(TOO_BIG, "This cannot be read."));
    }

    @OnClose
    Uni<Void> closed(WebSocketConnection connection) {
        SocketPeer.of(connection).ifPresent(SocketPeer::leaves);
        return Uni.createFrom().voidItem();
    }

    private static void end(WebSocketConnection connection, CloseReason reason) {
        SocketPeer.letGo(connection, reason)
                .subscribe()
                .with(
                        closed -> {},
                        failure -> LOG.debugf(failure, "event=socket-not-closed connection=%s", connection.id()));
    }

    private static CloseReason reasonOf(Throwable failure, WebSocketConnection connection) {
        if (failure instanceof Problem problem) {
            return new CloseReason(
                    problem.type() == ProblemType.UNAVAILABLE ? TRY_AGAIN_LATER : POLICY, problem.getMessage());
        }
        if (DatabaseFailures.isUnavailable(failure)) {
            return new CloseReason(TRY_AGAIN_LATER, "Not possible at the moment, try again.");
        }
        if (connection.isOpen()) {
            LOG.errorf(failure, "event=socket-broken connection=%s", connection.id());
        }
        return new CloseReason(OUR_FAULT, "The fault is ours and was logged; connect again to go on.");
    }

    /** The parameter of the address, as it stands there: a position is of digits alone. Null if there is none. */
    private static String after(String query) {
        return Stream.ofNullable(query)
                .flatMap(all -> Stream.of(all.split("&")))
                .map(each -> each.split("=", 2))
                .filter(each -> each.length == 2 && each[0].equals(StreamPosition.AFTER))
                .map(each -> each[1])
                .findFirst()
                .orElse(null);
    }
}
