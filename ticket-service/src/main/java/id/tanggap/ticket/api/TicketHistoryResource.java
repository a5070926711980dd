package id.tanggap.ticket.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.history.Histories;
import id.tanggap.ticket.history.HistoryView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What happened to a ticket, for those who must answer for it. */
@Path("/api/v1/tickets/{ticketId}/history")
@Produces(MediaType.APPLICATION_JSON)
public class TicketHistoryResource {

    private final Transactions transactions;
    private final Histories histories;
    private final ObjectMapper json;

    TicketHistoryResource(Transactions transactions, Histories histories, ObjectMapper json) {
        this.transactions = transactions;
        this.histories = histories;
        this.json = json;
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR, Roles.OPERATIONS})
    @Operation(summary = "Every change of a ticket: who, when, why, and what was another after it; the oldest first")
    public Uni<List<HistoryView>> history(UUID ticketId) {
        return transactions.read(session -> histories.of(session, ticketId)).map(records -> {
            // One that is kept no more has a history all the same, every other has its opening.
            if (records.isEmpty()) {
                throw Problem.of(ProblemType.NOT_FOUND, "There is no such ticket.");
            }
            return HistoryView.of(records, json);
        });
    }
}
