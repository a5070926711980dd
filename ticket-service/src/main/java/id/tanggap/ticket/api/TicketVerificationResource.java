package id.tanggap.ticket.api;

import id.tanggap.platform.text.Storable;
import id.tanggap.ticket.history.Actor;
import id.tanggap.ticket.priority.policy.Verification;
import id.tanggap.ticket.ticket.TicketDesk;
import id.tanggap.ticket.ticket.TicketView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether a report is true, as somebody of the command centre found on asking. */
@Path("/api/v1/tickets/{ticketId}/verification")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
public class TicketVerificationResource {

    private final Changes changes;
    private final TicketDesk desk;
    private final Viewers viewers;

    TicketVerificationResource(Changes changes, TicketDesk desk, Viewers viewers) {
        this.changes = changes;
        this.desk = desk;
        this.viewers = viewers;
    }

    /** What was found, and how. */
    public record VerificationRequest(
            @NotNull Verification outcome, @NotBlank @Size(max = 500) @Storable String reason) {}

    /** Says whether the report is true, with If-Match: the ticket's version. */
    @POST
    public Uni<RestResponse<TicketView>> verify(
            UUID ticketId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid VerificationRequest request) {
        var seen = Preconditions.of(ifMatch);
        Actor actor = viewers.actor();
        return changes.make(session -> desk.verify(
                        session,
                        ticketId,
                        seen,
                        request.outcome(),
                        actor,
                        request.reason().strip()))
                .map(Preconditions::tagged);
    }
}
