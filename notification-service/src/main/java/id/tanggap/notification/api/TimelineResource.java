package id.tanggap.notification.api;

import id.tanggap.notification.delivery.DeliveryLog;
import id.tanggap.notification.ladder.LadderLog;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.text.Storable;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What was told of a ticket, to whom and with what result, and how an agency that did not accept was woken. */
@Path("/api/v1/tickets/{ticketId}/timeline")
@RolesAllowed({Caller.AGENCY, Caller.OFFICER, Caller.OPERATOR, Caller.SUPERVISOR})
public class TimelineResource {

    private static final int MOST = 1000;

    private final DeliveryLog log;
    private final LadderLog ladders;
    private final TimelineViews views;
    private final Caller caller;

    TimelineResource(DeliveryLog log, LadderLog ladders, TimelineViews views, Caller caller) {
        this.log = log;
        this.ladders = ladders;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "What was told of a ticket, and the ladder of an agency that did not accept in time",
            description = "An agency sees its own; the command centre all. No address is shown.")
    public Uni<TimelineView> get(@PathParam("ticketId") @Storable String ticketId) {
        Optional<String> mine = caller.isCommandCentre() ? Optional.empty() : Optional.of(caller.agency());
        return log.ofTicket(mine, ticketId, MOST)
                .chain(told -> ladders.of(mine, ticketId).map(climbed -> {
                    if (told.isEmpty() && climbed.isEmpty()) {
                        throw Problem.of(ProblemType.NOT_FOUND, "Nothing was told of such a ticket.");
                    }
                    return views.of(ticketId, told, climbed);
                }));
    }
}
