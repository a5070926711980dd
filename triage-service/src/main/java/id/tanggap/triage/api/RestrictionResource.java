package id.tanggap.triage.api;

import id.tanggap.platform.api.Asker;
import id.tanggap.platform.api.Page;
import id.tanggap.platform.api.TimedCursor;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.text.Storable;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.triage.priority.Hindsight;
import id.tanggap.triage.priority.RestrictionDesk;
import id.tanggap.triage.priority.RestrictionList;
import id.tanggap.triage.priority.RestrictionState;
import id.tanggap.triage.priority.policy.WhatIf;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Which callers are answered after others: the review queue, and what supervisors decide. Each request may be repeated. */
@Path("/api/v1/restrictions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPERVISOR)
public class RestrictionResource {

    private final Transactions transactions;
    private final RestrictionList list;
    private final RestrictionDesk desk;
    private final Hindsight hindsight;
    private final Asker asker;

    RestrictionResource(
            Transactions transactions, RestrictionList list, RestrictionDesk desk, Hindsight hindsight, Asker asker) {
        this.transactions = transactions;
        this.list = list;
        this.desk = desk;
        this.hindsight = hindsight;
        this.asker = asker;
    }

    /** Answer the caller of this call, or this one, after others for so many hours. */
    public record WishRequest(
            @Size(max = 200) @Storable String callId,
            @Size(max = 200) @Storable String callerRef,
            @NotNull @Min(1) @Max(168) Integer hours,
            @NotBlank @Size(max = 500) @Storable String reason) {

        RestrictionDesk.Wish wish() {
            if ((callId == null) == (callerRef == null)) {
                throw Problem.invalid("callId", "give either callId or callerRef");
            }
            return new RestrictionDesk.Wish(
                    Optional.ofNullable(callId),
                    Optional.ofNullable(callerRef),
                    Duration.ofHours(hours),
                    reason.strip());
        }
    }

    /** Why, for the record. */
    public record NoteRequest(@Size(max = 500) @Storable String note) {}

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
    @Operation(summary = "Decisions, the oldest first; state=PROPOSED and state=AWAITING_SECOND are the review queue")
    public Uni<Page<RestrictionState>> list(@BeanParam @Valid RestrictionQuery query) {
        var state = query.state();
        var after = query.last();
        return transactions
                .read(session -> list.list(session, state, after, query.limit() + 1))
                .map(found -> Page.of(found, query.limit(), one -> new TimedCursor(
                                one.createdAt(), one.restrictionId().toString())
                        .write()));
    }

    @GET
    @Path("/{restrictionId}")
    @RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
    @Operation(summary = "A decision, and who did what about it")
    public Uni<RestrictionList.Detail> get(@PathParam("restrictionId") UUID id) {
        return transactions
                .read(session -> list.find(session, id))
                .map(found ->
                        found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such restriction.")));
    }

    @GET
    @Path("/what-if")
    @Operation(
            summary = "Who would have been missed",
            description = "Replays the rule over past calls as if each proposal had been confirmed at once.")
    public Uni<WhatIf.Result> whatIf(@BeanParam @Valid WhatIfQuery query) {
        var period = query.period();
        return transactions.read(
                session -> hindsight.replay(session, period.from(), period.to(), query.hoaxes(), query.length()));
    }

    @POST
    @Operation(
            summary = "Answer a caller after others",
            description = "Up to 24 hours take effect at once. Up to 168 wait for a second, different supervisor.")
    @APIResponse(responseCode = "201", description = "Accepted")
    @APIResponse(responseCode = "200", description = "Accepted before with the same content; the same answer")
    @APIResponse(responseCode = "409", description = "The caller cannot be told from others, or a decision waits")
    public Uni<RestResponse<RestrictionState>> create(@NotNull @Valid WishRequest request) {
        var wish = request.wish();
        String by = asker.name();
        return transactions
                .inTransaction(session -> desk.create(session, wish, by))
                .map(created -> created.repeated()
                        ? RestResponse.ok(created.state())
                        : RestResponse.ResponseBuilder.<RestrictionState>created(URI.create("/api/v1/restrictions/"
                                        + created.state().restrictionId()))
                                .entity(created.state())
                                .build());
    }

    @POST
    @Path("/{restrictionId}/confirm")
    @Operation(summary = "Confirm a proposal, or as the second person what lasts more than 24 hours")
    @APIResponse(responseCode = "409", description = "It takes another person, or it is over")
    public Uni<RestrictionState> confirm(@PathParam("restrictionId") UUID id) {
        String by = asker.name();
        return transactions.inTransaction(session -> desk.confirm(session, id, by));
    }

    @POST
    @Path("/{restrictionId}/reject")
    @Operation(summary = "Reject what is not in force yet")
    public Uni<RestrictionState> reject(@PathParam("restrictionId") UUID id, @NotNull @Valid NoteRequest request) {
        String by = asker.name();
        return transactions.inTransaction(session -> desk.reject(session, id, by, request.note()));
    }

    @POST
    @Path("/{restrictionId}/end")
    @Operation(summary = "End what is in force")
    public Uni<RestrictionState> end(@PathParam("restrictionId") UUID id, @NotNull @Valid NoteRequest request) {
        String by = asker.name();
        return transactions.inTransaction(session -> desk.end(session, id, by, request.note()));
    }
}
