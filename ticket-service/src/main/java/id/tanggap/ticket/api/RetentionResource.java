package id.tanggap.ticket.api;

import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.retention.RetentionReport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How long what is kept, and what was removed. */
@Path("/api/v1/retention")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SUPERVISOR, Roles.OPERATIONS})
public class RetentionResource {

    private final Transactions transactions;
    private final RetentionReport report;

    RetentionResource(Transactions transactions, RetentionReport report) {
        this.transactions = transactions;
        this.report = report;
    }

    /** What is kept, class by class, and what the last days removed. */
    @GET
    public Uni<RetentionReport.View> now() {
        return transactions.read(report::now);
    }
}
