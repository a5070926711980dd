package id.tanggap.ticket.api;

import id.tanggap.platform.problem.Problem;
import id.tanggap.ticket.area.Areas;
import id.tanggap.ticket.area.Candidate;
import id.tanggap.ticket.area.policy.Area;
import id.tanggap.ticket.area.policy.Placement;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The regency's kecamatan and desa: by coordinates, by name, or all. */
@Path("/api/v1/areas")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.GATEWAY, Roles.OPERATOR, Roles.SUPERVISOR, Roles.AGENCY, Roles.OFFICER, Roles.OPERATIONS})
public class AreasResource {

    private final Areas areas;

    AreasResource(Areas areas) {
        this.areas = areas;
    }

    /** All areas, as a list answers them. */
    @Schema(type = SchemaType.ARRAY, implementation = Area.class)
    interface AllAreas {}

    /** The areas that a name may mean, the most alike first. */
    @Schema(type = SchemaType.ARRAY, implementation = Candidate.class)
    interface Candidates {}

    /**
     * With lat and lon (WGS 84 degrees): where that is, of something on land unless atSea. With name: which areas it may mean,
     * spelling forgiven. With neither: all of them.
     */
    @GET
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {Placement.class, Candidates.class, AllAreas.class})))
    public Object find(
            @QueryParam("lat") @DecimalMin("-90") @DecimalMax("90") Double lat,
            @QueryParam("lon") @DecimalMin("-180") @DecimalMax("180") Double lon,
            @QueryParam("atSea") @DefaultValue("false") boolean atSea,
            @QueryParam("name") @Size(min = 2, max = 100) String name) {
        if (lat == null && lon == null) {
            return name == null ? all() : candidates(name);
        }
        if (lat == null || lon == null) {
            throw Problem.invalid(lat == null ? "lat" : "lon", "must be given with the other coordinate");
        }
        if (lat.isNaN() || lon.isNaN()) {
            throw Problem.invalid(lat.isNaN() ? "lat" : "lon", "must be a number");
        }
        if (name != null) {
            throw Problem.invalid("name", "must not be given with coordinates");
        }
        return areas.place(lat, lon, null, null, atSea);
    }

    private List<Area> all() {
        return areas.all();
    }

    private List<Candidate> candidates(String name) {
        return areas.like(name);
    }
}
