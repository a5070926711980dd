package id.tanggap.notification.api;

import id.tanggap.notification.roster.Roster;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** An agency's own people who take turns on duty. */
@Path("/api/v1/officers")
@RolesAllowed(Caller.AGENCY)
public class OfficersResource {

    /** All of an agency's officers; there are few. */
    public record Officers(List<OfficerView> items) {}

    private final Roster roster;
    private final Caller caller;

    OfficersResource(Roster roster, Caller caller) {
        this.roster = roster;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Add an officer", description = "Contacts stand in the order in which they are to be tried.")
    @APIResponse(responseCode = "201", description = "Added")
    public Uni<RestResponse<OfficerView>> add(@Valid @NotNull OfficerRequest request) {
        return roster.add(caller.agency(), request.person()).map(member -> tagged(RestResponse.Status.CREATED, member));
    }

    @GET
    public Uni<Officers> list() {
        return roster.list(caller.agency())
                .map(all -> new Officers(all.stream().map(OfficerView::of).toList()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One officer", description = "Its ETag is its version.")
    public Uni<RestResponse<OfficerView>> get(UUID id) {
        return roster.list(caller.agency()).map(all -> all.stream()
                .filter(one -> one.officerId().equals(id))
                .findFirst()
                .map(member -> tagged(RestResponse.Status.OK, member))
                .orElseThrow(Roster::unknown));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change an officer, whole", description = "Names in If-Match the ETag that was read.")
    public Uni<RestResponse<OfficerView>> edit(
            UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull OfficerRequest request) {
        return roster.edit(caller.agency(), id, EntityTag.read(ifMatch), request.person())
                .map(member -> tagged(RestResponse.Status.OK, member));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove an officer with name, contacts and shifts")
    public Uni<Void> remove(UUID id) {
        return roster.remove(caller.agency(), id);
    }

    private static RestResponse<OfficerView> tagged(RestResponse.Status status, Roster.Member member) {
        return RestResponse.ResponseBuilder.create(status, OfficerView.of(member))
                .header("ETag", EntityTag.of(member.version()))
                .build();
    }
}
