package id.tanggap.intake.api;

import id.tanggap.intake.call.CallId;
import id.tanggap.intake.call.CallList;
import id.tanggap.intake.call.CallView;
import id.tanggap.intake.call.CallViews;
import id.tanggap.intake.call.Calls;
import id.tanggap.intake.call.Disposition;
import id.tanggap.intake.caller.PhoneNumbers;
import id.tanggap.intake.opening.Openings;
import id.tanggap.intake.opening.Viewer;
import id.tanggap.intake.report.ReportReceipt;
import id.tanggap.intake.report.Reports;
import id.tanggap.platform.api.Asker;
import id.tanggap.platform.api.Page;
import id.tanggap.platform.api.TimedCursor;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** What operators see of calls and say about them. */
@Path("/api/v1/calls")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
public class OperatorResource {

    private final Transactions transactions;
    private final Calls calls;
    private final Reports reports;
    private final CallList list;
    private final CallViews views;
    private final Openings openings;
    private final PhoneNumbers numbers;
    private final Asker asker;
    private final Trials trials;

    OperatorResource(
            Transactions transactions,
            Calls calls,
            Reports reports,
            CallList list,
            CallViews views,
            Openings openings,
            PhoneNumbers numbers,
            Asker asker,
            Trials trials) {
        this.transactions = transactions;
        this.calls = calls;
        this.reports = reports;
        this.list = list;
        this.views = views;
        this.openings = openings;
        this.numbers = numbers;
        this.asker = asker;
        this.trials = trials;
    }

    /** What a person found a call to be. */
    public record DispositionRequest(@NotNull Disposition disposition) {}

    @GET
    @Operation(summary = "Calls, the last started first")
    public Uni<Page<CallView>> list(@BeanParam @Valid CallQuery query) {
        var filter = query.filter();
        return transactions
                .read(session -> list.list(session, filter))
                .map(found -> Page.of(
                        found, query.limit(), last -> new TimedCursor(last.startedAt(), last.callId()).write()));
    }

    @GET
    @Path("/{callId}")
    @Operation(
            summary = "A call with its number, its report and what triage thinks",
            description =
                    "Who opens it is recorded before it is shown, once a minute. Once the time of a call is over it"
                            + " has forgottenAt, and names nobody.")
    @APIResponse(responseCode = "503", description = "Not shown, for who opens it cannot be recorded: try again")
    public Uni<CallDetail> get(@PathParam("callId") @CallId String callId) {
        Viewer viewer = new Viewer(asker.subject(), asker.name());
        return transactions.inTransaction(session -> list.find(session, callId).chain(found -> {
            var call = found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "No call " + callId + " is known."));
            return reports.of(session, call)
                    .map(report -> new CallDetail(views.whole(call), report))
                    .call(detail -> openings.record(session, callId, viewer, detail.shown()));
        }));
    }

    @POST
    @Path("/{callId}/report")
    @RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR, Roles.SYNTHETIC})
    @Operation(summary = "Report what a call is about")
    @APIResponse(responseCode = "201", description = "Accepted: on disk, and on its way to the agency in charge")
    @APIResponse(responseCode = "200", description = "Accepted before with the same content; the same answer")
    @APIResponse(responseCode = "409", description = "Reported before with other content")
    public Uni<RestResponse<ReportReceipt>> report(
            @PathParam("callId") @CallId String callId, @NotNull @Valid ReportRequest request) {
        trials.report(callId, request.category());
        var filing = request.filing(numbers);
        String by = asker.name();
        return transactions
                .inTransaction(session -> reports.file(session, callId, filing, by))
                .map(filed -> filed.repeated()
                        ? RestResponse.ok(filed.receipt())
                        : RestResponse.ResponseBuilder.<ReportReceipt>created(URI.create("/api/v1/calls/" + callId))
                                .entity(filed.receipt())
                                .build());
    }

    @POST
    @Path("/{callId}/disposition")
    @RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR, Roles.SYNTHETIC})
    @Operation(summary = "Say what a call was", description = "A later word replaces an earlier one.")
    @APIResponse(responseCode = "204", description = "Accepted")
    public Uni<Void> dispose(@PathParam("callId") @CallId String callId, @NotNull @Valid DispositionRequest request) {
        trials.dispose(callId, request.disposition());
        String by = asker.name();
        return transactions.inTransaction(session -> calls.dispose(session, callId, request.disposition(), by));
    }
}
