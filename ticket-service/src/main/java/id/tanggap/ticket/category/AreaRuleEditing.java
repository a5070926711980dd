package id.tanggap.ticket.category;

import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.ticket.area.Areas;
import id.tanggap.ticket.category.policy.AreaRule;
import id.tanggap.ticket.category.policy.AreaRuleFaults;
import id.tanggap.ticket.category.policy.Catalogue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Creates, changes and removes area rules. A removed rule lives on in the history. */
@ApplicationScoped
public class AreaRuleEditing {

    private static final String INSERT =
            """
            insert into area_rule (id, category, area, role, agency, reporter_needed, version)
            values (:id, :category, :area, :role, :agency, :needed, :version)
            """;
    private static final String UPDATE =
            """
            update area_rule
               set category = :category, area = :area, role = :role, agency = :agency, reporter_needed = :needed,
                   version = :version
             where id = :id
            """;

    private final ReferenceEdits edits;
    private final Areas areas;

    AreaRuleEditing(ReferenceEdits edits, Areas areas) {
        this.edits = edits;
        this.areas = areas;
    }

    /** The rule as it is kept now: as proposed, with a version of its own. The same edit again changes nothing. */
    public Uni<AreaRule> edit(Mutiny.Session session, AreaRule proposed, Precondition seen, Editor editor) {
        return edits.begin(session)
                .chain(catalogue -> edits.keep(
                        session,
                        ReferenceKind.AREA_RULE,
                        proposed.id().toString(),
                        find(catalogue, proposed.id()),
                        proposed,
                        seen,
                        () -> AreaRuleFaults.of(
                                catalogue, proposed, code -> areas.find(code).isPresent()),
                        next -> write(session, next, find(catalogue, next.id()).isEmpty() ? INSERT : UPDATE),
                        editor));
    }

    /** Removes the rule. */
    public Uni<Void> remove(Mutiny.Session session, UUID id, Precondition.Version seen, Editor editor) {
        return edits.begin(session)
                .chain(catalogue -> edits.remove(
                        session,
                        ReferenceKind.AREA_RULE,
                        id.toString(),
                        find(catalogue, id),
                        seen,
                        () -> session.createNativeQuery("delete from area_rule where id = :id")
                                .setParameter("id", id)
                                .executeUpdate(),
                        editor));
    }

    /** The rule of this id, or a problem. */
    public static AreaRule get(Catalogue catalogue, UUID id) {
        return find(catalogue, id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such rule."));
    }

    private static Optional<AreaRule> find(Catalogue catalogue, UUID id) {
        return catalogue.rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    private static Uni<Void> write(Mutiny.Session session, AreaRule rule, String statement) {
        return session.createNativeQuery(statement)
                .setParameter("id", rule.id())
                .setParameter("category", rule.category().orElse(null))
                .setParameter("area", rule.area())
                .setParameter("role", rule.role().name())
                .setParameter("agency", rule.agency())
                .setParameter("needed", rule.reporterNeeded())
                .setParameter("version", rule.version())
                .executeUpdate()
                .replaceWithVoid();
    }
}
