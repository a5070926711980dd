package id.tanggap.ticket.api;

import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.category.Agencies;
import id.tanggap.ticket.category.Categories;
import id.tanggap.ticket.category.policy.Category;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Reference data: what can be reported, and who answers. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.GATEWAY, Roles.OPERATOR, Roles.SUPERVISOR, Roles.AGENCY, Roles.OPERATIONS})
public class ReferenceResource {

    private final Transactions transactions;
    private final Categories categories;
    private final Agencies agencies;

    ReferenceResource(Transactions transactions, Categories categories, Agencies agencies) {
        this.transactions = transactions;
        this.categories = categories;
        this.agencies = agencies;
    }

    /** A label in both languages. */
    public record LabelView(String id, String en) {}

    /** A category and who answers it. */
    public record CategoryView(
            String code, LabelView label, int priority, boolean emergency, String leadAgency, List<String> support) {

        static CategoryView of(Category c) {
            return new CategoryView(
                    c.code(),
                    new LabelView(c.label().id(), c.label().en()),
                    c.priority(),
                    c.emergency(),
                    agencies(c, Role.LEAD).getFirst(),
                    agencies(c, Role.SUPPORT));
        }

        private static List<String> agencies(Category c, Role role) {
            return c.agencies().stream()
                    .filter(part -> part.role() == role)
                    .map(Category.Part::agency)
                    .toList();
        }
    }

    /** An agency. */
    public record AgencyView(String id, LabelView label) {}

    @GET
    @Path("/categories")
    public Uni<List<CategoryView>> categories() {
        return transactions.read(session -> categories
                .all(session)
                .map(all -> all.stream().map(CategoryView::of).toList()));
    }

    @GET
    @Path("/agencies")
    public Uni<List<AgencyView>> agencies() {
        return transactions.read(session -> agencies.all(session).map(all -> all.stream()
                .map(a -> new AgencyView(a.id(), new LabelView(a.labelId(), a.labelEn())))
                .toList()));
    }
}
