package id.tanggap.ticket.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.history.ChainVerification;
import id.tanggap.ticket.history.Histories;
import id.tanggap.ticket.history.HistoryView;
import id.tanggap.ticket.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What happened to tickets, for those who must answer for it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource {

    private final Transactions transactions;
    private final Tickets tickets;
    private final Histories histories;
    private final ChainVerification verification;
    private final ObjectMapper json;

    HistoryResource(
            Transactions transactions,
            Tickets tickets,
            Histories histories,
            ChainVerification verification,
            ObjectMapper json) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.histories = histories;
        this.verification = verification;
        this.json = json;
    }

    @GET
    @Path("/tickets/{ticketId}/history")
    @RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR, Roles.OPERATIONS})
    @Operation(summary = "Every change of a ticket: who, when, why, and what was another after it; the oldest first")
    public Uni<List<HistoryView>> history(UUID ticketId) {
        return transactions
                .read(session -> tickets.find(session, ticketId)
                        .invoke(found ->
                                found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such ticket.")))
                        .chain(() -> histories.of(session, ticketId)))
                .map(records -> HistoryView.of(records, json));
    }

    @GET
    @Path("/history/verification")
    @RolesAllowed({Roles.SUPERVISOR, Roles.OPERATIONS})
    @Operation(
            summary = "Walks along the chain of all changes and says where it breaks",
            description = "Takes a moment for each thousand records.")
    public Uni<ChainVerification.Result> verify() {
        return verification.verify();
    }
}
