package id.tanggap.ticket.api;

import id.tanggap.ticket.history.ChainVerification;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whether the history of all tickets is still what was written. */
@Path("/api/v1/history/verification")
@Produces(MediaType.APPLICATION_JSON)
public class HistoryVerificationResource {

    private final ChainVerification verification;

    HistoryVerificationResource(ChainVerification verification) {
        this.verification = verification;
    }

    @GET
    @RolesAllowed({Roles.SUPERVISOR, Roles.OPERATIONS})
    @Operation(
            summary = "Walks along the chain of all changes and says where it breaks",
            description = "Takes a moment for each thousand records.")
    public Uni<ChainVerification.Result> verify() {
        return verification.verify();
    }
}
