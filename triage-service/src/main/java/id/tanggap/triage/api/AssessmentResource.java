package id.tanggap.triage.api;

import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.triage.assessment.AssessmentStore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What triage thinks of a call and how it came to think so. */
@Path("/api/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
public class AssessmentResource {

    /** A call changes its assessment some dozen times; the bound is for a call that never ends. */
    private static final int MOST = 200;

    private final Transactions transactions;
    private final AssessmentStore assessments;

    AssessmentResource(Transactions transactions, AssessmentStore assessments) {
        this.transactions = transactions;
        this.assessments = assessments;
    }

    @GET
    @Path("{callId}")
    @RolesAllowed({"operator", "supervisor", "operations"})
    @Operation(summary = "The newest assessment of a call and those before it, newest first")
    public Uni<AssessmentView> get(@PathParam("callId") @Size(max = 200) String callId) {
        return transactions
                .read(session -> assessments.history(session, callId, MOST))
                .map(found -> {
                    if (found.isEmpty()) {
                        throw Problem.of(ProblemType.NOT_FOUND, "No evidence of such a call has reached triage.");
                    }
                    return AssessmentView.of(callId, found);
                });
    }
}
