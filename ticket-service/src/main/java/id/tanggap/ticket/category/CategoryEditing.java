package id.tanggap.ticket.category;

import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.category.policy.Agency;
import id.tanggap.ticket.category.policy.Catalogue;
import id.tanggap.ticket.category.policy.Category;
import id.tanggap.ticket.category.policy.CategoryFaults;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Creates and changes categories. None is ever deleted: tickets tell of it, and a report of it is not refused. */
@ApplicationScoped
public class CategoryEditing {

    private static final String INSERT =
            """
            insert into category (code, parent, label_id, label_en, priority, emergency, at_sea, accept_seconds,
                                  enroute_seconds, onscene_seconds, close_seconds, active, position, version)
            values (:code, :parent, :labelId, :labelEn, :priority, :emergency, :atSea, :accept, :enRoute, :onScene, :close,
                    :active, :position, :version)
            """;
    private static final String UPDATE =
            """
            update category
               set parent = :parent, label_id = :labelId, label_en = :labelEn, priority = :priority,
                   emergency = :emergency, at_sea = :atSea, accept_seconds = :accept, enroute_seconds = :enRoute,
                   onscene_seconds = :onScene, close_seconds = :close, active = :active, position = :position,
                   version = :version
             where code = :code
            """;

    private final ReferenceEdits edits;

    CategoryEditing(ReferenceEdits edits) {
        this.edits = edits;
    }

    /** The category as it is kept now: as proposed, with a version of its own. The same edit again changes nothing. */
    public Uni<Category> edit(Mutiny.Session session, Category proposed, Precondition seen, Editor editor) {
        return edits.begin(session).chain(catalogue -> {
            Optional<Category> before = catalogue.category(proposed.code());
            return edits.keep(
                    session,
                    ReferenceKind.CATEGORY,
                    proposed.code(),
                    before,
                    ordered(catalogue, proposed),
                    seen,
                    // As proposed: a fault names the place in the client's list.
                    () -> CategoryFaults.of(catalogue, proposed),
                    next -> write(session, next, before.isEmpty() ? INSERT : UPDATE),
                    editor);
        });
    }

    /** The leading agency first, the others as people see them: the order in which they are read. */
    private static Category ordered(Catalogue catalogue, Category c) {
        var agencies = c.agencies().stream()
                .sorted(Comparator.<Category.Part, Boolean>comparing(part -> part.role() != Role.LEAD)
                        .thenComparing(part -> catalogue
                                .agency(part.agency())
                                .map(Agency::position)
                                .orElse(Integer.MAX_VALUE)))
                .toList();
        return new Category(
                c.code(),
                c.parent(),
                c.label(),
                c.priority(),
                c.emergency(),
                c.atSea(),
                c.serviceLevel(),
                agencies,
                c.active(),
                c.position(),
                c.version());
    }

    private static Uni<Void> write(Mutiny.Session session, Category c, String statement) {
        Uni<Void> done = session.createNativeQuery(statement)
                .setParameter("code", c.code())
                .setParameter("parent", c.parent().orElse(null))
                .setParameter("labelId", c.label().id())
                .setParameter("labelEn", c.label().en())
                .setParameter("priority", c.priority())
                .setParameter("emergency", c.emergency())
                .setParameter("atSea", c.atSea())
                .setParameter("accept", seconds(c.serviceLevel().accept()))
                .setParameter("enRoute", seconds(c.serviceLevel().enRoute()))
                .setParameter("onScene", seconds(c.serviceLevel().onScene()))
                .setParameter("close", seconds(c.serviceLevel().close()))
                .setParameter("active", c.active())
                .setParameter("position", c.position())
                .setParameter("version", c.version())
                .executeUpdate()
                .chain(() -> session.createNativeQuery("delete from category_agency where category = :code")
                        .setParameter("code", c.code())
                        .executeUpdate())
                .replaceWithVoid();
        for (Category.Part part : c.agencies()) {
            done = done.chain(() -> session.createNativeQuery(
                            "insert into category_agency (category, agency, role, reporter_needed) values (:code, :agency, :role, :needed)")
                    .setParameter("code", c.code())
                    .setParameter("agency", part.agency())
                    .setParameter("role", part.role().name())
                    .setParameter("needed", part.reporterNeeded())
                    .executeUpdate()
                    .replaceWithVoid());
        }
        return done;
    }

    private static Integer seconds(Optional<Duration> time) {
        return time.map(Duration::toSeconds).map(Math::toIntExact).orElse(null);
    }
}
