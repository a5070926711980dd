package id.tanggap.ticket.api;

import id.tanggap.platform.api.Page;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.assignment.CommandOutcome;
import id.tanggap.ticket.assignment.CommandReply;
import id.tanggap.ticket.assignment.Commands;
import id.tanggap.ticket.history.Actor;
import id.tanggap.ticket.identity.Reporter;
import id.tanggap.ticket.ticket.AgencyTicketView;
import id.tanggap.ticket.ticket.AlsoReported;
import id.tanggap.ticket.ticket.Assignment;
import id.tanggap.ticket.ticket.AttachedReports;
import id.tanggap.ticket.ticket.ReporterAccess;
import id.tanggap.ticket.ticket.Ticket;
import id.tanggap.ticket.ticket.TicketList;
import id.tanggap.ticket.ticket.TicketView;
import id.tanggap.ticket.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tickets, for the command centre in whole and for each agency in its own view. */
@Path("/api/v1/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TicketsResource {

    private final Transactions transactions;
    private final Changes changes;
    private final Tickets tickets;
    private final TicketList list;
    private final Commands commands;
    private final ReporterAccess reporters;
    private final AttachedReports attached;
    private final Viewers viewers;

    TicketsResource(
            Transactions transactions,
            Changes changes,
            Tickets tickets,
            TicketList list,
            Commands commands,
            ReporterAccess reporters,
            AttachedReports attached,
            Viewers viewers) {
        this.transactions = transactions;
        this.changes = changes;
        this.tickets = tickets;
        this.list = list;
        this.commands = commands;
        this.reporters = reporters;
        this.attached = attached;
        this.viewers = viewers;
    }

    /** Tickets, the newest first. Nobody's list names reporters: who needs one opens the ticket. */
    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR, Roles.OPERATIONS, Roles.AGENCY, Roles.OFFICER})
    public Uni<Page<Object>> list(@BeanParam @Valid TicketQuery query) {
        Viewer viewer = viewers.current();
        Optional<String> only = viewer instanceof Viewer.Agency(String id) ? Optional.of(id) : Optional.empty();
        return transactions.read(
                session -> list.list(session, query.filter(only)).map(found -> page(viewer, found, query.limit)));
    }

    /** One ticket. An agency finds its own only; any other one is as unknown as one that does not exist. */
    @GET
    @Path("/{ticketId}")
    @RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR, Roles.OPERATIONS, Roles.AGENCY, Roles.OFFICER})
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {TicketView.class, AgencyTicketView.class})))
    public Uni<Object> get(UUID ticketId) {
        Viewer viewer = viewers.current();
        Actor actor = viewers.actor();
        return changes.make(session -> tickets.find(session, ticketId)
                .map(found -> found.orElseThrow(TicketsResource::unknown))
                .chain(ticket -> entitled(viewer, ticket)
                        ? named(session, viewer, actor, ticket)
                        : attached.unnamed(session, ticket).map(also -> view(viewer, ticket, Optional.empty(), also)))
                .map(view -> view.orElseThrow(TicketsResource::unknown)));
    }

    /** What the agency says of its part. The same commandId again is answered the same and does nothing. */
    @POST
    @Path("/{ticketId}/commands")
    @RolesAllowed({Roles.AGENCY, Roles.OFFICER})
    public Uni<CommandReply> command(UUID ticketId, @NotNull @Valid CommandRequest request) {
        String agency = viewers.agency();
        String account = viewers.actor().name();
        var command = request.forTicket(ticketId);
        return changes.make(session -> commands.handle(session, agency, account, command))
                .map(outcome -> switch (outcome) {
                    case CommandOutcome.Applied applied -> CommandReply.of(agency, command, applied);
                    case CommandOutcome.Rejected rejected -> throw problem(rejected);
                });
    }

    private static Problem problem(CommandOutcome.Rejected rejected) {
        Problem problem = Problem.of(rejected.type(), rejected.detail());
        return rejected.field().isEmpty() ? problem : problem.field(rejected.field(), rejected.detail());
    }

    private Page<Object> page(Viewer viewer, List<Ticket> found, int limit) {
        return Page.of(found, limit, last -> Cursor.after(last.id()))
                .map(ticket -> view(viewer, ticket, Optional.empty(), List.of()));
    }

    /** An agency's view of a ticket that is not its own is empty. */
    private static Optional<Object> view(
            Viewer viewer, Ticket ticket, Optional<Reporter> reporter, List<AlsoReported> also) {
        return switch (viewer) {
            case Viewer.Centre centre -> Optional.of(TicketView.of(ticket, reporter, also));
            case Viewer.Operations operations -> Optional.of(TicketView.of(ticket, reporter, also));
            case Viewer.Agency(String agency) ->
                ticket.assignmentOf(agency)
                        .map(own -> AgencyTicketView.of(ticket, own, Optional.empty(), reporter, also));
        };
    }

    private static boolean entitled(Viewer viewer, Ticket ticket) {
        return switch (viewer) {
            case Viewer.Centre() -> true;
            case Viewer.Operations() -> false;
            case Viewer.Agency(String agency) ->
                ticket.assignmentOf(agency).filter(Assignment::reporterNeeded).isPresent();
        };
    }

    private Uni<Optional<Object>> named(Mutiny.Session session, Viewer viewer, Actor actor, Ticket ticket) {
        return reporters.view(session, ticket, actor).chain(reporter -> reporters
                .viewMerged(session, ticket, actor)
                .map(also -> view(viewer, ticket, reporter, also)));
    }

    static Problem unknown() {
        return Problem.of(ProblemType.NOT_FOUND, "There is no such ticket.");
    }
}
