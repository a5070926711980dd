package id.tanggap.triage.api;

import id.tanggap.platform.api.Asker;
import id.tanggap.platform.api.Page;
import id.tanggap.platform.api.TimedCursor;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.triage.silent.SilentCallList;
import id.tanggap.triage.silent.SilentDesk;
import id.tanggap.triage.silent.SilentState;
import id.tanggap.triage.silent.policy.CallBackResult;
import id.tanggap.triage.silent.policy.Decision;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Where the procedures for silent calls stand, and what gateway and people tell of them. Each request may be repeated. */
@Path("/api/v1/silent-calls")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.GATEWAY, Roles.OPERATOR, Roles.SUPERVISOR})
public class SilentCallResource {

    private final Transactions transactions;
    private final SilentCallList list;
    private final SilentDesk desk;
    private final Times times;
    private final Asker asker;

    SilentCallResource(Transactions transactions, SilentCallList list, SilentDesk desk, Times times, Asker asker) {
        this.transactions = transactions;
        this.list = list;
        this.desk = desk;
        this.times = times;
        this.asker = asker;
    }

    /** The prompt was played then. */
    public record PromptRequest(@NotNull Instant at) {}

    /** The caller was rung back then, for the first or second time. */
    public record CallBackRequest(
            @NotNull @Min(1) @Max(2) Integer attempt, @NotNull Instant at, @NotNull CallBackResult result) {}

    /** What a person decided. */
    public record DecisionRequest(@NotNull Decision decision) {}

    @GET
    @Operation(summary = "Procedures in the order in which they began, those that go on unless asked for CLOSED")
    public Uni<Page<SilentState>> list(@BeanParam @Valid SilentCallQuery query) {
        var filter = query.filter();
        return transactions.read(session -> list.list(session, filter)).map(found -> Page.of(
                        found, query.limit(), entry -> new TimedCursor(
                                        entry.place().beganAt(), entry.place().callId())
                                .write())
                .map(entry -> Optional.of(entry.state())));
    }

    @GET
    @Path("/{callId}")
    @Operation(summary = "Where the procedure of a call stands, what to do, and every step so far")
    public Uni<SilentCallList.Detail> get(@PathParam("callId") @Size(max = 200) String callId) {
        return transactions
                .read(session -> list.find(session, callId))
                .map(found -> found.orElseThrow(
                        () -> Problem.of(ProblemType.NOT_FOUND, "No answered call of this id has reached triage.")));
    }

    @POST
    @Path("/{callId}/prompt")
    @RolesAllowed({Roles.GATEWAY, Roles.OPERATOR})
    @Operation(summary = "Tell that the prompt was played")
    @APIResponse(responseCode = "204", description = "Accepted, now or before with the same content")
    @APIResponse(responseCode = "409", description = "Told before with other content")
    public Uni<Void> prompt(
            @PathParam("callId") @Size(max = 200) String callId, @NotNull @Valid PromptRequest request) {
        Instant at = times.plausible("at", request.at());
        String by = asker.name();
        return transactions.inTransaction(session -> desk.played(session, callId, at, by));
    }

    @POST
    @Path("/{callId}/call-backs")
    @RolesAllowed({Roles.GATEWAY, Roles.OPERATOR})
    @Operation(summary = "Tell what came of ringing the caller back")
    @APIResponse(responseCode = "204", description = "Accepted, now or before with the same content")
    @APIResponse(responseCode = "409", description = "This attempt was told before with other content")
    public Uni<Void> callBack(
            @PathParam("callId") @Size(max = 200) String callId, @NotNull @Valid CallBackRequest request) {
        Instant at = times.plausible("at", request.at());
        String by = asker.name();
        return transactions.inTransaction(
                session -> desk.rungBack(session, callId, request.attempt(), at, request.result(), by));
    }

    @POST
    @Path("/{callId}/decision")
    @RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
    @Operation(summary = "Decide what the procedure handed over to a person")
    @APIResponse(responseCode = "204", description = "Accepted, now or before with the same content")
    @APIResponse(responseCode = "409", description = "It does not lie with a person, or was decided otherwise")
    public Uni<Void> decide(
            @PathParam("callId") @Size(max = 200) String callId, @NotNull @Valid DecisionRequest request) {
        String by = asker.name();
        return transactions.inTransaction(session -> desk.decided(session, callId, request.decision(), by));
    }
}
