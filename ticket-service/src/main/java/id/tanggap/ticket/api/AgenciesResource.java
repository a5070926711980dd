package id.tanggap.ticket.api;

import id.tanggap.platform.api.Asker;
import id.tanggap.platform.api.Page;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.time.Now;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.category.AgencyEditing;
import id.tanggap.ticket.category.Catalogues;
import id.tanggap.ticket.category.ReferenceHistory;
import id.tanggap.ticket.category.ReferenceKind;
import id.tanggap.ticket.category.policy.Agency;
import id.tanggap.ticket.category.policy.Catalogue;
import id.tanggap.ticket.category.policy.Category;
import id.tanggap.ticket.category.policy.DutyHours;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Agencies: who answers, and when. None is created here: an agency's topics and rights are deployed. */
@Path("/api/v1/agencies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.GATEWAY, Roles.OPERATOR, Roles.SUPERVISOR, Roles.AGENCY, Roles.OFFICER, Roles.OPERATIONS})
public class AgenciesResource {

    private final Transactions transactions;
    private final Changes changes;
    private final Catalogues catalogues;
    private final AgencyEditing editing;
    private final ReferenceHistory history;
    private final Asker asker;
    private final Now now;

    AgenciesResource(
            Transactions transactions,
            Changes changes,
            Catalogues catalogues,
            AgencyEditing editing,
            ReferenceHistory history,
            Asker asker,
            Now now) {
        this.transactions = transactions;
        this.changes = changes;
        this.catalogues = catalogues;
        this.editing = editing;
        this.history = history;
        this.asker = asker;
        this.now = now;
    }

    /**
     * An agency.
     *
     * @param onDuty whether it answers at this moment
     * @param standIn who acts for it in an emergency while it is off duty
     */
    public record AgencyView(
            String id,
            Category.Label label,
            DutyHours duty,
            boolean onDuty,
            Optional<String> standIn,
            int position,
            long version) {}

    @GET
    public Uni<List<AgencyView>> list() {
        return transactions.read(
                session -> catalogues.current(session).map(catalogue -> catalogue.agencies().values().stream()
                        .map(agency -> view(catalogue, agency))
                        .toList()));
    }

    /** One agency; its ETag is its version. */
    @GET
    @Path("/{id}")
    public Uni<RestResponse<AgencyView>> get(@PathParam("id") String id) {
        return transactions.read(session -> catalogues.current(session).map(catalogue -> catalogue
                .agency(id)
                .map(agency -> answer(catalogue, agency))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such agency."))));
    }

    /** Changes an agency with If-Match: its ETag. */
    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<RestResponse<AgencyView>> put(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AgencyChange change) {
        var seen = Preconditions.of(ifMatch);
        var editor = Editors.supervisor(asker, change.reason());
        return changes.make(session -> editing.edit(session, change.of(id), seen, editor))
                // After the commit: what a transaction that fails has read must not be remembered.
                .chain(agency -> transactions.read(
                        session -> catalogues.current(session).map(catalogue -> answer(catalogue, agency))));
    }

    /** Who changed this agency, the newest first. */
    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.SUPERVISOR, Roles.OPERATIONS})
    public Uni<Page<ReferenceHistory.Change>> history(
            @PathParam("id") String id, @BeanParam @Valid HistoryQuery query) {
        return query.page(transactions, history, Optional.of(ReferenceKind.AGENCY), Optional.of(id));
    }

    private AgencyView view(Catalogue catalogue, Agency a) {
        return new AgencyView(
                a.id(), a.label(), a.duty(), catalogue.onDuty(a, now.get()), a.standIn(), a.position(), a.version());
    }

    private RestResponse<AgencyView> answer(Catalogue catalogue, Agency agency) {
        return Preconditions.tagged(RestResponse.Status.OK, view(catalogue, agency), agency.version());
    }
}
