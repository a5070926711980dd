package id.tanggap.ticket.api;

import id.tanggap.platform.api.Page;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.category.ReferenceHistory;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** The history of all reference data together: who changed what, when. */
@Path("/api/v1/reference-changes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SUPERVISOR, Roles.OPERATIONS})
public class ReferenceChangesResource {

    private final Transactions transactions;
    private final ReferenceHistory history;

    ReferenceChangesResource(Transactions transactions, ReferenceHistory history) {
        this.transactions = transactions;
        this.history = history;
    }

    /** All changes, the newest first. */
    @GET
    public Uni<Page<ReferenceHistory.Change>> list(@BeanParam @Valid HistoryQuery query) {
        return query.page(transactions, history, Optional.empty(), Optional.empty());
    }
}
