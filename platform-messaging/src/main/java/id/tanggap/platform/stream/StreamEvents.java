package id.tanggap.platform.stream;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

/** Writes a stream of changes as server-sent events (WHATWG HTML, 9.2). */
public final class StreamEvents {

    private static final long RECONNECT_MILLIS = 1_000;

    private StreamEvents() {}

    /** A change is an event of this name, its position the id after which a client resumes. */
    public static OutboundSseEvent of(Sse sse, String name, ChangeStream.Frame<?, ?> frame) {
        return switch (frame) {
            case ChangeStream.Frame.Opened<?, ?>(var position) ->
                sse.newEventBuilder()
                        .id(position.toString())
                        .comment("open")
                        .reconnectDelay(RECONNECT_MILLIS)
                        .build();
            case ChangeStream.Frame.Changed<?, ?>(var change) ->
                sse.newEventBuilder()
                        .name(name)
                        .id(change.position().toString())
                        .data(change.state())
                        .build();
            case ChangeStream.Frame.Heartbeat<?, ?>() ->
                sse.newEventBuilder().comment("heartbeat").build();
        };
    }
}
