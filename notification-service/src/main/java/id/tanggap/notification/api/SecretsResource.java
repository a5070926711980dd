package id.tanggap.notification.api;

import id.tanggap.notification.subscription.Secrets;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Changes the secret that signs a subscription's webhooks. */
@Path("/api/v1/subscriptions/{id}/secrets")
@RolesAllowed(Caller.AGENCY)
public class SecretsResource {

    /**
     * A new secret, this once.
     *
     * @param secret {@code whsec_...}, Standard Webhooks
     * @param oldUntil until when webhooks carry the old secret's signature beside the new one's
     */
    public record NewSecret(UUID subscriptionId, String secret, Instant oldUntil) {

        @Override
        public String toString() {
            return "NewSecret[subscriptionId=" + subscriptionId + "]";
        }
    }

    private final Secrets secrets;
    private final Caller caller;

    SecretsResource(Secrets secrets, Caller caller) {
        this.secrets = secrets;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "A new signing secret",
            description =
                    "The old one signs beside it for a day, so that the receiver can change over in its own time.")
    @APIResponse(responseCode = "201", description = "Signs from now on; told this once")
    public Uni<RestResponse<NewSecret>> rotate(UUID id) {
        return secrets.rotate(caller.agency(), id).map(rotated -> RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED,
                        new NewSecret(id, rotated.secret().reveal(), rotated.oldUntil()))
                .header("Cache-Control", "no-store")
                .build());
    }

    @DELETE
    @Path("/old")
    @Operation(summary = "Have the newest secret alone sign from now on")
    public Uni<Void> endOld(UUID id) {
        return secrets.endOld(caller.agency(), id);
    }
}
