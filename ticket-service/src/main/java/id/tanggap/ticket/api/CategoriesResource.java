package id.tanggap.ticket.api;

import id.tanggap.platform.api.Asker;
import id.tanggap.platform.api.Page;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.category.Catalogues;
import id.tanggap.ticket.category.CategoryEditing;
import id.tanggap.ticket.category.Precondition;
import id.tanggap.ticket.category.ReferenceHistory;
import id.tanggap.ticket.category.ReferenceKind;
import id.tanggap.ticket.category.policy.Category;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.jboss.resteasy.reactive.RestResponse;

/** Categories: what can be reported, how urgent it is and who answers. */
@Path("/api/v1/categories")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.GATEWAY, Roles.OPERATOR, Roles.SUPERVISOR, Roles.AGENCY, Roles.OFFICER, Roles.OPERATIONS})
public class CategoriesResource {

    private final Transactions transactions;
    private final Changes changes;
    private final Catalogues catalogues;
    private final CategoryEditing editing;
    private final ReferenceHistory history;
    private final Asker asker;

    CategoriesResource(
            Transactions transactions,
            Changes changes,
            Catalogues catalogues,
            CategoryEditing editing,
            ReferenceHistory history,
            Asker asker) {
        this.transactions = transactions;
        this.changes = changes;
        this.catalogues = catalogues;
        this.editing = editing;
        this.history = history;
        this.asker = asker;
    }

    /** The tree as a list, each group before what belongs to it; those out of use only if asked for. */
    @GET
    public Uni<List<CategoryView>> list(@QueryParam("inactive") @DefaultValue("false") boolean inactive) {
        return transactions.read(
                session -> catalogues.current(session).map(catalogue -> catalogue.categories().values().stream()
                        .filter(category -> category.active() || inactive)
                        .map(CategoryView::of)
                        .toList()));
    }

    /** One category; its ETag is its version. */
    @GET
    @Path("/{code}")
    public Uni<RestResponse<CategoryView>> get(@PathParam("code") String code) {
        return transactions.read(session -> catalogues.current(session).map(catalogue -> catalogue
                .category(code)
                .map(category -> answer(RestResponse.Status.OK, category))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such category."))));
    }

    /**
     * Creates a category with If-None-Match: *, changes it with If-Match: its ETag. Out of use (active: false) it sends new
     * reports to the command centre; tickets keep what they had.
     */
    @PUT
    @Path("/{code}")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<RestResponse<CategoryView>> put(
            @PathParam("code") @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}", message = "must be a code such as FIRE")
                    String code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @NotNull @Valid CategoryChange change) {
        Precondition seen = Preconditions.of(ifMatch, ifNoneMatch);
        var editor = Editors.supervisor(asker, change.reason());
        return changes.make(session -> editing.edit(session, change.of(code), seen, editor))
                .map(kept -> answer(seen.creates() ? RestResponse.Status.CREATED : RestResponse.Status.OK, kept));
    }

    /** Who changed this category, the newest first. */
    @GET
    @Path("/{code}/history")
    @RolesAllowed({Roles.SUPERVISOR, Roles.OPERATIONS})
    public Uni<Page<ReferenceHistory.Change>> history(
            @PathParam("code") String code, @BeanParam @Valid HistoryQuery query) {
        return query.page(transactions, history, Optional.of(ReferenceKind.CATEGORY), Optional.of(code));
    }

    private static RestResponse<CategoryView> answer(RestResponse.Status status, Category category) {
        return Preconditions.tagged(status, CategoryView.of(category), category.version());
    }
}
