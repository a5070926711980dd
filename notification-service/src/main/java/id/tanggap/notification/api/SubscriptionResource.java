package id.tanggap.notification.api;

import id.tanggap.notification.subscription.Subscriptions;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An agency's own webhook subscriptions. */
@Path("/api/v1/subscriptions")
@RolesAllowed(Caller.AGENCY)
public class SubscriptionResource {

    /** All of an agency's subscriptions; there are few. */
    public record Page(List<SubscriptionView> items) {}

    private final Subscriptions subscriptions;
    private final Caller caller;

    SubscriptionResource(Subscriptions subscriptions, Caller caller) {
        this.subscriptions = subscriptions;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Subscribe a web address", description = "The answer holds the signing secret, this once.")
    public Uni<Response> create(@Valid @NotNull SubscriptionRequest request) {
        return subscriptions
                .create(caller.agency(), request.url(), request.description())
                .map(created -> Response.created(URI.create("/api/v1/subscriptions/"
                                + created.subscription().id()))
                        .header("Cache-Control", "no-store")
                        .entity(SubscriptionView.of(
                                created.subscription(),
                                Optional.of(created.secret().reveal())))
                        .build());
    }

    @GET
    public Uni<Page> list() {
        return subscriptions
                .list(caller.agency())
                .map(all -> new Page(all.stream()
                        .map(one -> SubscriptionView.of(one, Optional.empty()))
                        .toList()));
    }

    @GET
    @Path("/{id}")
    public Uni<SubscriptionView> get(UUID id) {
        return list().map(page -> page.items().stream()
                .filter(one -> one.subscriptionId().equals(id))
                .findFirst()
                .orElseThrow(SubscriptionResource::unknown));
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> delete(UUID id) {
        return subscriptions
                .delete(caller.agency(), id)
                .invoke(found -> {
                    if (!found) {
                        throw unknown();
                    }
                })
                .replaceWithVoid();
    }

    private static Problem unknown() {
        return Problem.of(ProblemType.NOT_FOUND, "The agency has no such subscription.");
    }
}
