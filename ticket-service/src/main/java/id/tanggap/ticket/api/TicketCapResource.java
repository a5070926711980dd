package id.tanggap.ticket.api;

import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.area.AreaShape;
import id.tanggap.ticket.area.Areas;
import id.tanggap.ticket.area.policy.Area;
import id.tanggap.ticket.category.Catalogues;
import id.tanggap.ticket.config.ExportConfig;
import id.tanggap.ticket.export.cap.CapMapper;
import id.tanggap.ticket.export.open311.Open311Mapper;
import id.tanggap.ticket.history.Histories;
import id.tanggap.ticket.ticket.TicketView;
import id.tanggap.ticket.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A disaster for those who warn the public. */
@Path("/api/v1/tickets/{ticketId}/cap")
@Produces({"application/cap+xml", "application/xml"})
@RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR, Roles.OPERATIONS})
public class TicketCapResource {

    private static final ProblemType NO_DISASTER =
            new ProblemType("not-a-disaster", 409, "Only disasters are told as CAP");

    private final Transactions transactions;
    private final Tickets tickets;
    private final Catalogues catalogues;
    private final Areas areas;
    private final Histories histories;
    private final ExportConfig config;
    private final CapMapper mapper;

    TicketCapResource(
            Transactions transactions,
            Tickets tickets,
            Catalogues catalogues,
            Areas areas,
            Histories histories,
            ExportConfig config) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.catalogues = catalogues;
        this.areas = areas;
        this.histories = histories;
        this.config = config;
        this.mapper = new CapMapper(config);
    }

    @GET
    @Operation(summary = "The disaster as a CAP 1.2 message, restricted and a draft: the centre itself warns nobody")
    public Uni<String> get(UUID ticketId) {
        return transactions.read(session -> tickets.find(session, ticketId)
                .map(found -> found.orElseThrow(TicketsResource::unknown))
                .chain(ticket -> catalogues.current(session).chain(catalogue -> histories
                        .versions(session, ticketId)
                        .map(versions -> {
                            TicketView view = TicketView.of(ticket, Optional.empty());
                            return message(view, catalogue.path(view.category()), versions);
                        }))));
    }

    private String message(TicketView view, List<String> path, List<Histories.Version> versions) {
        if (path.stream().noneMatch(config.disasterCategories()::contains)) {
            throw Problem.of(NO_DISASTER, "The ticket's category is " + view.category() + ".");
        }
        Optional<AreaShape> shape =
                view.area().flatMap(Open311Mapper::smallest).map(Area::code).flatMap(areas::shape);
        return mapper.of(view, path, shape, versions);
    }
}
