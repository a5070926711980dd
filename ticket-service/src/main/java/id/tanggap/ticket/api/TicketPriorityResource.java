package id.tanggap.ticket.api;

import id.tanggap.platform.text.Storable;
import id.tanggap.ticket.history.Actor;
import id.tanggap.ticket.ticket.TicketDesk;
import id.tanggap.ticket.ticket.TicketView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** How urgent the command centre finds a ticket. */
@Path("/api/v1/tickets/{ticketId}/priority")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
public class TicketPriorityResource {

    private final Changes changes;
    private final TicketDesk desk;
    private final Viewers viewers;

    TicketPriorityResource(Changes changes, TicketDesk desk, Viewers viewers) {
        this.changes = changes;
        this.desk = desk;
        this.viewers = viewers;
    }

    /** A priority, 10 the highest, and why. */
    public record PriorityRequest(
            @NotNull @Min(0) @Max(10) Integer priority, @NotBlank @Size(max = 500) @Storable String reason) {}

    /** Sets the priority, with If-Match: the ticket's version. From 7 it is an emergency. */
    @PUT
    public Uni<RestResponse<TicketView>> prioritise(
            UUID ticketId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid PriorityRequest request) {
        var seen = Preconditions.of(ifMatch);
        Actor actor = viewers.actor();
        return changes.make(session -> desk.prioritise(
                        session,
                        ticketId,
                        seen,
                        request.priority(),
                        actor,
                        request.reason().strip()))
                .map(Preconditions::tagged);
    }
}
