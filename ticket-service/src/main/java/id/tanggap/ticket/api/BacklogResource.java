package id.tanggap.ticket.api;

import id.tanggap.platform.api.Page;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.backlog.BacklogItem;
import id.tanggap.ticket.backlog.BacklogList;
import id.tanggap.ticket.callback.CallbackView;
import id.tanggap.ticket.ticket.TicketAcknowledging;
import id.tanggap.ticket.ticket.TicketView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;

/** What came in outside service hours and could wait, until an agency has accepted it or a person has seen it. */
@Path("/api/v1/backlog")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
public class BacklogResource {

    private final Transactions transactions;
    private final Changes changes;
    private final BacklogList list;
    private final TicketAcknowledging acknowledging;
    private final Viewers viewers;

    BacklogResource(
            Transactions transactions,
            Changes changes,
            BacklogList list,
            TicketAcknowledging acknowledging,
            Viewers viewers) {
        this.transactions = transactions;
        this.changes = changes;
        this.list = list;
        this.acknowledging = acknowledging;
        this.viewers = viewers;
    }

    /** Callers to be rung back first, then tickets, the highest priority and the oldest first. */
    @GET
    public Uni<Page<BacklogItem>> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        Optional<UUID> after = Optional.ofNullable(cursor).map(Cursor::read);
        // One more than asked for, to know whether there are more.
        return transactions
                .read(session -> list.list(session, after, limit + 1))
                .map(found -> Page.of(found, limit, last -> Cursor.after(id(last))));
    }

    /** Takes a ticket out of it; again it changes nothing. A call-back leaves it with its outcome. */
    @POST
    @Path("/{ticketId}/acknowledgement")
    public Uni<TicketView> acknowledge(UUID ticketId) {
        var actor = viewers.actor();
        return changes.make(session -> acknowledging.acknowledge(session, ticketId, actor))
                .map(ticket -> TicketView.of(ticket, Optional.empty()));
    }

    private static UUID id(BacklogItem item) {
        return item.ticket()
                .map(TicketView::ticketId)
                .or(() -> item.callBack().map(CallbackView::taskId))
                .orElseThrow();
    }
}
