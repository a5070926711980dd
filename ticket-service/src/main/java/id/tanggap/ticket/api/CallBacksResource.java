package id.tanggap.ticket.api;

import id.tanggap.platform.api.Asker;
import id.tanggap.platform.api.Page;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.callback.CallbackDesk;
import id.tanggap.ticket.callback.CallbackList;
import id.tanggap.ticket.callback.CallbackView;
import id.tanggap.ticket.callback.policy.CallbackOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;

/** Callers who are to be rung back. */
@Path("/api/v1/call-backs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.SUPERVISOR})
public class CallBacksResource {

    private final Transactions transactions;
    private final Changes changes;
    private final CallbackDesk desk;
    private final CallbackList list;
    private final Asker asker;

    CallBacksResource(Transactions transactions, Changes changes, CallbackDesk desk, CallbackList list, Asker asker) {
        this.transactions = transactions;
        this.changes = changes;
        this.desk = desk;
        this.list = list;
        this.asker = asker;
    }

    /** What an operator found. */
    public record OutcomeRequest(@NotNull CallbackOutcome outcome) {}

    /** Tasks: open ones, the least likely hoax first, or closed ones, the last closed first. */
    @GET
    public Uni<Page<CallbackView>> list(
            @QueryParam("status")
                    @DefaultValue("OPEN")
                    @Pattern(regexp = "OPEN|CLOSED", message = "must be OPEN or CLOSED")
                    String status,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        Optional<UUID> after = Optional.ofNullable(cursor).map(Cursor::read);
        // One more than asked for, to know whether there are more.
        return transactions
                .read(session -> status.equals("OPEN")
                        ? list.open(session, after, limit + 1)
                        : list.closed(session, after, limit + 1))
                .map(found -> Page.of(found, limit, last -> Cursor.after(last.taskId())));
    }

    /** Closes a task with what came of it. */
    @POST
    @Path("/{taskId}/outcome")
    public Uni<CallbackView> close(UUID taskId, @NotNull @Valid OutcomeRequest request) {
        if (!request.outcome().isByOperator()) {
            throw Problem.invalid("outcome", "is found by the system, not given by a person");
        }
        String operator = asker.name();
        return changes.make(session -> desk.close(session, taskId, request.outcome(), operator));
    }
}
