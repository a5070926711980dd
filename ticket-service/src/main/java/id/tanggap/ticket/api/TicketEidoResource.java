package id.tanggap.ticket.api;

import id.tanggap.platform.time.Now;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.category.Catalogues;
import id.tanggap.ticket.config.ExportConfig;
import id.tanggap.ticket.export.eido.Eido;
import id.tanggap.ticket.export.eido.EidoMapper;
import id.tanggap.ticket.ticket.TicketView;
import id.tanggap.ticket.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A ticket for other emergency centres and their systems. */
@Path("/api/v1/tickets/{ticketId}/eido")
@Produces({MediaType.APPLICATION_JSON, "application/EmergencyCallData.eido+json"})
@RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR, Roles.OPERATIONS})
public class TicketEidoResource {

    private final Transactions transactions;
    private final Tickets tickets;
    private final Catalogues catalogues;
    private final Now now;
    private final EidoMapper mapper;

    TicketEidoResource(
            Transactions transactions, Tickets tickets, Catalogues catalogues, Now now, ExportConfig config) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.catalogues = catalogues;
        this.now = now;
        this.mapper = new EidoMapper(config.domain(), config.regency());
    }

    @GET
    @Operation(summary = "The ticket as an EIDO (NENA-STA-021.1b), without its reporter")
    public Uni<Eido> get(UUID ticketId) {
        return transactions.read(session -> tickets.find(session, ticketId)
                .map(found -> found.orElseThrow(TicketsResource::unknown))
                .chain(ticket -> catalogues.current(session).map(catalogue -> {
                    TicketView view = TicketView.of(ticket, Optional.empty());
                    return mapper.of(view, catalogue.path(view.category()), now.get());
                })));
    }
}
