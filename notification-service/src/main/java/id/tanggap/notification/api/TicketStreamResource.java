package id.tanggap.notification.api;

import id.tanggap.notification.feed.FeedStreams;
import id.tanggap.notification.feed.Frame;
import id.tanggap.platform.api.Asker;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** An agency's tickets as they change, as server-sent events (WHATWG HTML, 9.2). */
@Path(TicketStreamResource.PATH)
public class TicketStreamResource {

    static final String PATH = "/api/v1/tickets/stream";

    private final FeedStreams streams;
    private final Caller caller;
    private final Asker asker;

    TicketStreamResource(FeedStreams streams, Caller caller, Asker asker) {
        this.streams = streams;
        this.caller = caller;
        this.asker = asker;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({Caller.AGENCY, Caller.OFFICER})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    // nginx would otherwise hold events back to fill its buffer.
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            summary = "Own tickets as they change",
            description = "Resumes after the position in Last-Event-ID, or in the parameter after for a first request"
                    + " (0: all that is kept). An event named gap says that something asked for is no longer here."
                    + " Ends when the token expires: connect again with a new one. Asked for as a WebSocket (RFC 6455), the"
                    + " same comes as JSON texts with event, id and data.")
    public Multi<OutboundSseEvent> stream(
            @HeaderParam(StreamPosition.LAST_EVENT_ID) String lastEventId,
            @QueryParam(StreamPosition.AFTER) String after,
            @Context Sse sse) {
        return streams.open(caller.agency(), StreamPosition.of(lastEventId, after), asker.remaining())
                .map(frame -> event(sse, frame));
    }

    private static OutboundSseEvent event(Sse sse, Frame frame) {
        return switch (frame) {
            case Frame.Opened(long position) ->
                sse.newEventBuilder()
                        .id(Long.toString(position))
                        .comment("open")
                        .reconnectDelay(1000)
                        .build();
            case Frame.Missing(var gap) ->
                sse.newEventBuilder().name("gap").data(SocketText.of(gap)).build();
            case Frame.News(var entry) ->
                sse.newEventBuilder()
                        .name("ticket")
                        .id(Long.toString(entry.position()))
                        .data(entry.view())
                        .build();
            case Frame.Heartbeat() -> sse.newEventBuilder().comment("heartbeat").build();
        };
    }
}
