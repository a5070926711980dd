package id.tanggap.ticket.api;

import id.tanggap.ticket.history.Actor;
import id.tanggap.ticket.ticket.Merging;
import id.tanggap.ticket.ticket.TicketView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes one ticket of two that are of one incident, and two again of one. */
@Path("/api/v1/tickets/{ticketId}/{change: merges|splits}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
public class TicketMergesResource {

    private static final String MERGES = "merges";

    private final Changes changes;
    private final Merging merging;
    private final Viewers viewers;

    TicketMergesResource(Changes changes, Merging merging, Viewers viewers) {
        this.changes = changes;
        this.merging = merging;
        this.viewers = viewers;
    }

    /**
     * {@code merges}: the other ticket into this one, which stays and is answered. {@code splits}: the other one, which was merged
     * into this one, stands for itself again and is answered. Both with If-Match: the version of this one.
     */
    @POST
    public Uni<RestResponse<TicketView>> change(
            @PathParam("ticketId") UUID ticketId,
            @PathParam("change") String change,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid OtherTicket other) {
        var seen = Preconditions.of(ifMatch);
        Actor actor = viewers.actor();
        String why = other.reason().strip();
        return changes.make(session -> change.equals(MERGES)
                        ? merging.merge(session, ticketId, other.ticketId(), seen, actor, why)
                        : merging.split(session, ticketId, other.ticketId(), seen, actor, why))
                .map(Preconditions::tagged);
    }
}
