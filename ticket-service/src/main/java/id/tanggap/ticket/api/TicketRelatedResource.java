package id.tanggap.ticket.api;

import id.tanggap.ticket.history.Actor;
import id.tanggap.ticket.ticket.Merging;
import id.tanggap.ticket.ticket.TicketView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** Tickets that have to do with each other without being of one incident. */
@Path("/api/v1/tickets/{ticketId}/related/{otherId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
public class TicketRelatedResource {

    private final Changes changes;
    private final Merging merging;
    private final Viewers viewers;

    TicketRelatedResource(Changes changes, Merging merging, Viewers viewers) {
        this.changes = changes;
        this.merging = merging;
        this.viewers = viewers;
    }

    /** Relates the two; the same again changes nothing. */
    @PUT
    public Uni<RestResponse<TicketView>> relate(
            UUID ticketId, UUID otherId, @QueryParam("reason") @NotBlank @Size(max = 500) String reason) {
        return change(ticketId, otherId, true, reason);
    }

    /** Takes that back; the same again changes nothing. */
    @DELETE
    public Uni<RestResponse<TicketView>> unrelate(
            UUID ticketId, UUID otherId, @QueryParam("reason") @NotBlank @Size(max = 500) String reason) {
        return change(ticketId, otherId, false, reason);
    }

    private Uni<RestResponse<TicketView>> change(UUID ticketId, UUID otherId, boolean related, String reason) {
        Actor actor = viewers.actor();
        return changes.make(session -> merging.relate(
                        session,
                        ticketId,
                        otherId,
                        related,
                        actor,
                        reason.replace("\u0000", "").strip()))
                .map(Preconditions::tagged);
    }
}
