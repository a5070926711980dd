package id.tanggap.notification.api;

import id.tanggap.notification.delivery.DeliveryWorker;
import id.tanggap.notification.subscription.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** An agency's own subscriptions. */
@Path("/api/v1/subscriptions")
@RolesAllowed(Caller.AGENCY)
public class SubscriptionResource {

    /** All of an agency's subscriptions; there are few. */
    public record Page(List<SubscriptionView> items) {}

    private final Subscriptions subscriptions;
    private final DeliveryWorker worker;
    private final Caller caller;

    SubscriptionResource(Subscriptions subscriptions, DeliveryWorker worker, Caller caller) {
        this.subscriptions = subscriptions;
        this.worker = worker;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Subscribe a web address, or channels in their order",
            description =
                    "What fails over the first channel goes over the next, what is urgent after its second failure."
                            + " The answer holds the secret that signs webhooks, this once.")
    @APIResponseSchema(value = SubscriptionView.class, responseCode = "201", responseDescription = "Subscribed")
    public Uni<Response> create(@Valid @NotNull SubscriptionRequest request) {
        return subscriptions.create(caller.agency(), request.terms()).map(created -> Response.created(URI.create(
                        "/api/v1/subscriptions/" + created.subscription().id()))
                .header("Cache-Control", "no-store")
                .header("ETag", EntityTag.of(created.subscription().version()))
                .entity(SubscriptionView.of(created))
                .build());
    }

    @GET
    public Uni<Page> list() {
        return subscriptions
                .list(caller.agency())
                .map(all -> new Page(all.stream().map(SubscriptionView::of).toList()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One subscription", description = "Its ETag is its version.")
    public Uni<RestResponse<SubscriptionView>> get(UUID id) {
        return subscriptions.list(caller.agency()).map(all -> all.stream()
                .filter(one -> one.subscription().id().equals(id))
                .findFirst()
                .map(SubscriptionResource::tagged)
                .orElseThrow(Subscriptions::unknown));
    }

    @PUT
    @Path("/{id}")
    @Operation(
            summary = "Change channels, kinds, priority and quiet hours, whole",
            description = "Names in If-Match the ETag that was read. The secret stays.")
    public Uni<RestResponse<SubscriptionView>> edit(
            UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull SubscriptionRequest request) {
        return subscriptions
                .edit(caller.agency(), id, EntityTag.read(ifMatch), request.terms())
                .map(SubscriptionResource::tagged);
    }

    @POST
    @Path("/{id}/enable")
    @Operation(
            summary = "Have everything sent again",
            description = "For a subscription that was paused because it failed, or disabled by the answer 410.")
    @APIResponse(responseCode = "204", description = "What waits is sent again")
    public Uni<Void> enable(UUID id) {
        return subscriptions.enable(caller.agency(), id).invoke(worker::wake);
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> delete(UUID id) {
        return subscriptions.delete(caller.agency(), id);
    }

    private static RestResponse<SubscriptionView> tagged(Subscriptions.Listed listed) {
        return RestResponse.ResponseBuilder.ok(SubscriptionView.of(listed))
                .header("ETag", EntityTag.of(listed.subscription().version()))
                .build();
    }
}
