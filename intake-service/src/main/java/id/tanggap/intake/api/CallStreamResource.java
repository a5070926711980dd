package id.tanggap.intake.api;

import id.tanggap.intake.call.CallStream;
import id.tanggap.platform.api.Asker;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.stream.StreamEvents;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Calls as they change, as server-sent events (WHATWG HTML, 9.2). */
@Path("/api/v1/calls/stream")
public class CallStreamResource {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final CallStream stream;
    private final Asker asker;

    CallStreamResource(CallStream stream, Asker asker) {
        this.stream = stream;
        this.asker = asker;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    // nginx would otherwise hold events back to fill its buffer.
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            summary = "Calls as they change",
            description = "An event named call holds the call as it is now, with triage's score. Resumes after"
                    + " Last-Event-ID (0: every call). Ends when the token expires: connect again with a new one.")
    public Multi<OutboundSseEvent> stream(@HeaderParam(LAST_EVENT_ID) String lastEventId, @Context Sse sse) {
        return stream.open(position(lastEventId), asker.remaining()).map(frame -> StreamEvents.of(sse, "call", frame));
    }

    private static Optional<Long> position(String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return Optional.empty();
        }
        try {
            long position = Long.parseLong(lastEventId.strip());
            if (position >= 0) {
                return Optional.of(position);
            }
        } catch (NumberFormatException e) {
            // Answered below, together with negative ones.
        }
        throw Problem.invalid(LAST_EVENT_ID, "must be the id of an event of this stream, or 0");
    }
}
