package id.tanggap.notification.api;

import id.tanggap.notification.delivery.DeliveryLog;
import id.tanggap.notification.delivery.DeliveryStatus;
import id.tanggap.notification.delivery.Redeliveries;
import id.tanggap.platform.api.Page;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.text.Storable;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What became of deliveries: an agency's own, or all for operations. */
@Path("/api/v1/deliveries")
public class DeliveryResource {

    private static final int MOST = 200;

    private final DeliveryLog log;
    private final Redeliveries redeliveries;
    private final DeliveryViews views;
    private final Caller caller;

    DeliveryResource(DeliveryLog log, Redeliveries redeliveries, DeliveryViews views, Caller caller) {
        this.log = log;
        this.redeliveries = redeliveries;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Caller.AGENCY, Caller.OPERATIONS})
    @Operation(summary = "The delivery log, newest first")
    public Uni<Page<DeliveryView>> list(
            @QueryParam("status") Optional<String> status,
            @QueryParam("ticketId") Optional<@Storable String> ticketId,
            @QueryParam("subscriptionId") Optional<String> subscriptionId,
            @QueryParam("cursor") Optional<String> cursor,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        var criteria = new DeliveryLog.Criteria(
                mine(),
                status.map(DeliveryResource::status),
                ticketId,
                subscriptionId.map(DeliveryResource::uuid),
                cursor.map(Cursor::read));
        int size = size(limit);
        // One more than asked for tells whether there is a next page.
        return log.list(criteria, size + 1).map(found -> Page.of(found, size, last -> Cursor.of(last.id()))
                .map(one -> Optional.of(views.of(one))));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Caller.AGENCY, Caller.OPERATIONS})
    @Operation(summary = "One delivery")
    public Uni<DeliveryView> get(UUID id) {
        return found(id);
    }

    @POST
    @Path("/{id}/redelivery")
    @RolesAllowed(Caller.AGENCY)
    @Operation(
            summary = "Send one delivery again",
            description =
                    "Under the same id, whatever became of it. Refused while it is being sent, when its subscription"
                            + " is over, and when what it brings is no longer kept.")
    public Uni<DeliveryView> again(UUID id) {
        return found(id)
                .chain(known -> redeliveries.again(caller.agency(), RedeliveryRequest.of(id)))
                .invoke(count -> {
                    if (count == 0) {
                        throw Problem.of(
                                ProblemType.CONFLICT,
                                "It is being sent, or its subscription is over, or what it brings is no longer kept.");
                    }
                })
                .chain(count -> found(id));
    }

    private Uni<DeliveryView> found(UUID id) {
        return log.get(mine(), id).map(found -> found.map(views::of)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "The agency has no such delivery.")));
    }

    /** Whose deliveries the caller may see; all for operations. */
    private Optional<String> mine() {
        return caller.isOperations() ? Optional.empty() : Optional.of(caller.agency());
    }

    private static DeliveryStatus status(String text) {
        return Arrays.stream(DeliveryStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "status",
                        "must be one of "
                                + Arrays.stream(DeliveryStatus.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("subscriptionId", "must be a UUID");
        }
    }

    private static int size(String limit) {
        try {
            int size = Integer.parseInt(limit);
            if (size >= 1 && size <= MOST) {
                return size;
            }
        } catch (NumberFormatException e) {
            // Answered below, together with those out of range.
        }
        throw Problem.invalid("limit", "must be a number from 1 to " + MOST);
    }
}
