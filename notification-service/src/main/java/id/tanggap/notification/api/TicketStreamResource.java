package id.tanggap.notification.api;

import id.tanggap.notification.feed.FeedStreams;
import id.tanggap.notification.feed.Frame;
import id.tanggap.platform.api.Asker;
import id.tanggap.platform.problem.Problem;
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
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** An agency's tickets as they change, as server-sent events (WHATWG HTML, 9.2). */
@Path("/api/v1/tickets/stream")
public class TicketStreamResource {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

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
    @RolesAllowed(Caller.AGENCY)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    // nginx would otherwise hold events back to fill its buffer.
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            summary = "Own tickets as they change",
            description = "Resumes after the position in Last-Event-ID, or in the parameter after for a first request"
                    + " (0: all that is kept). An event named gap says that something asked for is no longer here."
                    + " Ends when the token expires: connect again with a new one.")
    public Multi<OutboundSseEvent> stream(
            @HeaderParam(LAST_EVENT_ID) String lastEventId, @QueryParam("after") String after, @Context Sse sse) {
        OptionalLong requested = lastEventId != null && !lastEventId.isBlank()
                ? position(LAST_EVENT_ID, lastEventId)
                : position("after", after);
        return streams.open(caller.agency(), requested, asker.remaining()).map(frame -> event(sse, frame));
    }

    private static OptionalLong position(String field, String value) {
        if (value == null || value.isBlank()) {
            return OptionalLong.empty();
        }
        try {
            long position = Long.parseLong(value.strip());
            if (position >= 0) {
                return OptionalLong.of(position);
            }
        } catch (NumberFormatException e) {
            // Answered below, together with negative ones.
        }
        throw Problem.invalid(field, "must be the id of an event of this stream, or 0");
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
                sse.newEventBuilder()
                        .name("gap")
                        .data("{\"requested\":" + gap.requested() + ",\"resumedAfter\":" + gap.resumedAfter() + "}")
                        .build();
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
