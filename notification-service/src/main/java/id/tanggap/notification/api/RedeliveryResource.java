package id.tanggap.notification.api;

import id.tanggap.notification.delivery.Redeliveries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Sends many of an agency's deliveries again. */
@Path("/api/v1/deliveries/redeliveries")
@RolesAllowed(Caller.AGENCY)
public class RedeliveryResource {

    /**
     * What is sent again.
     *
     * @param more whether there may be more than fit into one request; ask again for those
     */
    public record Redelivered(int deliveries, boolean more) {}

    private final Redeliveries redeliveries;
    private final Caller caller;

    RedeliveryResource(Redeliveries redeliveries, Caller caller) {
        this.redeliveries = redeliveries;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Send deliveries again",
            description =
                    "By their ids, or all that fulfil the criteria; those given up if no status is named. They keep"
                            + " their ids, and go out in order per ticket. Left out is what is just being sent, what belonged to a"
                            + " subscription that is over, and what is older than the feed is kept.")
    public Uni<Redelivered> again(@Valid @NotNull RedeliveryRequest request) {
        return redeliveries
                .again(caller.agency(), request.criteria())
                .map(count -> new Redelivered(count, count == Redeliveries.AT_ONCE));
    }
}
