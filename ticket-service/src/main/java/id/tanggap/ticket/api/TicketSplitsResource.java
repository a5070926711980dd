package id.tanggap.ticket.api;

import id.tanggap.platform.tx.Transactions;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes two tickets again of one. */
@Path("/api/v1/tickets/{ticketId}/splits")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
public class TicketSplitsResource {

    private final Transactions transactions;
    private final Merging merging;
    private final Viewers viewers;

    TicketSplitsResource(Transactions transactions, Merging merging, Viewers viewers) {
        this.transactions = transactions;
        this.merging = merging;
        this.viewers = viewers;
    }

    /** Makes the other ticket, which was merged into this one, stand for itself again, with If-Match: the version of this one. Answers it. */
    @POST
    public Uni<RestResponse<TicketView>> split(
            UUID ticketId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid OtherTicket other) {
        var seen = Preconditions.of(ifMatch);
        Actor actor = viewers.actor();
        return Attempts.of(() -> transactions.inTransaction(session -> merging.split(
                        session,
                        ticketId,
                        other.ticketId(),
                        seen,
                        actor,
                        other.reason().strip())))
                .map(Preconditions::tagged);
    }
}
