package id.tanggap.ticket.api;

import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.ticket.Candidates;
import id.tanggap.ticket.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** Open tickets that may be of the same incident. */
@Path("/api/v1/tickets/{ticketId}/candidates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
public class TicketCandidatesResource {

    private final Transactions transactions;
    private final Tickets tickets;
    private final Candidates candidates;

    TicketCandidatesResource(Transactions transactions, Tickets tickets, Candidates candidates) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.candidates = candidates;
    }

    /** At most ten, the likeliest first. */
    @GET
    public Uni<List<Candidates.Candidate>> list(UUID ticketId) {
        return transactions.read(session -> tickets.find(session, ticketId)
                .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such ticket.")))
                .chain(ticket -> candidates.of(session, ticket)));
    }
}
