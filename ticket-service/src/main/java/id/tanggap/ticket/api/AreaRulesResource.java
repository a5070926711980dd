package id.tanggap.ticket.api;

import id.tanggap.platform.api.Asker;
import id.tanggap.platform.api.Page;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.category.AreaRuleEditing;
import id.tanggap.ticket.category.Catalogues;
import id.tanggap.ticket.category.Precondition;
import id.tanggap.ticket.category.ReferenceHistory;
import id.tanggap.ticket.category.ReferenceKind;
import id.tanggap.ticket.category.policy.AreaRule;
import id.tanggap.ticket.category.policy.Catalogue;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** Area rules: where another agency leads, or one more supports. */
@Path("/api/v1/area-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.GATEWAY, Roles.OPERATOR, Roles.SUPERVISOR, Roles.AGENCY, Roles.OFFICER, Roles.OPERATIONS})
public class AreaRulesResource {

    private final Transactions transactions;
    private final Changes changes;
    private final Catalogues catalogues;
    private final AreaRuleEditing editing;
    private final ReferenceHistory history;
    private final Asker asker;

    AreaRulesResource(
            Transactions transactions,
            Changes changes,
            Catalogues catalogues,
            AreaRuleEditing editing,
            ReferenceHistory history,
            Asker asker) {
        this.transactions = transactions;
        this.changes = changes;
        this.catalogues = catalogues;
        this.editing = editing;
        this.history = history;
        this.asker = asker;
    }

    @GET
    public Uni<List<AreaRule>> list() {
        return transactions.read(session -> catalogues.current(session).map(Catalogue::rules));
    }

    /** One rule; its ETag is its version. */
    @GET
    @Path("/{id}")
    public Uni<RestResponse<AreaRule>> get(@PathParam("id") UUID id) {
        return transactions.read(session -> catalogues
                .current(session)
                .map(catalogue -> answer(RestResponse.Status.OK, AreaRuleEditing.get(catalogue, id))));
    }

    /** Creates a rule under an id of the client's with If-None-Match: *, changes it with If-Match: its ETag. */
    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<RestResponse<AreaRule>> put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @NotNull @Valid AreaRuleChange change) {
        Precondition seen = Preconditions.of(ifMatch, ifNoneMatch);
        var editor = Editors.supervisor(asker, change.reason());
        return changes.make(session -> editing.edit(session, change.of(id), seen, editor))
                .map(kept -> answer(seen.creates() ? RestResponse.Status.CREATED : RestResponse.Status.OK, kept));
    }

    /** Removes a rule with If-Match: its ETag. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<Void> remove(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("reason") @Size(max = 500) String reason) {
        var seen = Preconditions.of(ifMatch);
        var editor = Editors.supervisor(asker, reason);
        return changes.make(session -> editing.remove(session, id, seen, editor));
    }

    /** Who changed this rule, the newest first; of a removed one, too. */
    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.SUPERVISOR, Roles.OPERATIONS})
    public Uni<Page<ReferenceHistory.Change>> history(@PathParam("id") UUID id, @BeanParam @Valid HistoryQuery query) {
        return query.page(transactions, history, Optional.of(ReferenceKind.AREA_RULE), Optional.of(id.toString()));
    }

    private static RestResponse<AreaRule> answer(RestResponse.Status status, AreaRule rule) {
        return Preconditions.tagged(status, rule, rule.version());
    }
}
