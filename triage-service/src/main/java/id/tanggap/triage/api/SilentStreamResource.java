package id.tanggap.triage.api;

import id.tanggap.platform.api.Asker;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.stream.StreamEvents;
import id.tanggap.triage.silent.SilentCallStream;
import id.tanggap.triage.silent.StreamPosition;
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

/** Procedures for silent calls as they change, as server-sent events (WHATWG HTML, 9.2). */
@Path("/api/v1/silent-calls/stream")
public class SilentStreamResource {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final SilentCallStream stream;
    private final Asker asker;

    SilentStreamResource(SilentCallStream stream, Asker asker) {
        this.stream = stream;
        this.asker = asker;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.GATEWAY, Roles.OPERATOR, Roles.SUPERVISOR})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    // nginx would otherwise hold events back to fill its buffer.
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            summary = "What to do about silent calls, as it changes",
            description = "An event named silent-call holds the procedure of a call as it is now. Resumes after"
                    + " Last-Event-ID (0: every call). Ends when the token expires: connect again with a new one.")
    public Multi<OutboundSseEvent> stream(@HeaderParam(LAST_EVENT_ID) String lastEventId, @Context Sse sse) {
        return stream.open(position(lastEventId), asker.remaining())
                .map(frame -> StreamEvents.of(sse, "silent-call", frame));
    }

    private static Optional<StreamPosition> position(String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(StreamPosition.read(lastEventId.strip())
                .orElseThrow(() -> Problem.invalid(LAST_EVENT_ID, "must be the id of an event of this stream, or 0")));
    }
}
