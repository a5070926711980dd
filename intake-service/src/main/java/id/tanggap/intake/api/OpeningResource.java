package id.tanggap.intake.api;

import id.tanggap.intake.call.CallId;
import id.tanggap.intake.call.CallList;
import id.tanggap.intake.opening.OpeningView;
import id.tanggap.intake.opening.Openings;
import id.tanggap.platform.api.Page;
import id.tanggap.platform.api.TimedCursor;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who saw whom to ring back: for who leads a shift, not for who is on the list. */
@Path("/api/v1/calls/{callId}/access")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPERVISOR)
public class OpeningResource {

    private final Transactions transactions;
    private final Openings openings;
    private final CallList calls;

    OpeningResource(Transactions transactions, Openings openings, CallList calls) {
        this.transactions = transactions;
        this.openings = openings;
        this.calls = calls;
    }

    @GET
    @Operation(
            summary = "Who opened a call and what it showed them, the last first",
            description = "One record a person, minute and what was shown.")
    public Uni<Page<OpeningView>> list(@PathParam("callId") @CallId String callId, @BeanParam @Valid PageQuery query) {
        var before = query.last().map(OpeningResource::before);
        return transactions
                .read(session -> calls.find(session, callId).chain(call -> {
                    if (call.isEmpty()) {
                        throw Problem.of(ProblemType.NOT_FOUND, "No call " + callId + " is known.");
                    }
                    return openings.of(session, callId, before, query.limit() + 1);
                }))
                .map(found -> Page.of(
                        found, query.limit(), last -> new TimedCursor(last.openedAt(), Long.toString(last.position()))
                                .write()));
    }

    private static Openings.Before before(TimedCursor last) {
        try {
            return new Openings.Before(last.at(), Long.parseLong(last.id()));
        } catch (NumberFormatException e) {
            throw Problem.invalid("cursor", "must be the next of an earlier answer");
        }
    }
}
