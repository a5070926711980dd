package id.tanggap.ticket.api;

import id.tanggap.platform.api.Page;
import id.tanggap.platform.api.TimedCursor;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.ticket.TicketView;
import id.tanggap.ticket.ticket.VerificationQueue;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Reports to be verified: what is likely true and important first. Emergencies are not among them: those wait for nobody. */
@Path("/api/v1/verification-queue")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
public class VerificationQueueResource {

    private final Transactions transactions;
    private final VerificationQueue queue;

    VerificationQueueResource(Transactions transactions, VerificationQueue queue) {
        this.transactions = transactions;
        this.queue = queue;
    }

    /** Tickets in the order in which to ask about them. */
    @GET
    public Uni<Page<TicketView>> list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Optional<TimedCursor> after = Optional.ofNullable(cursor).map(Cursor::readTimed);
        // One more than asked for, to know whether there are more.
        return transactions
                .read(session -> queue.list(session, after, limit + 1))
                .map(found -> Page.of(found, limit, last -> VerificationQueue.cursor(last)
                                .write())
                        .map(ticket -> Optional.of(TicketView.of(ticket, Optional.empty()))));
    }
}
