package id.tanggap.ticket.category;

import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.category.policy.Category;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The reference table of categories. */
@ApplicationScoped
public class Categories {

    private static final String ALL =
            """
            select c.code, c.label_id, c.label_en, c.priority, c.emergency, p.agency, p.role, p.reporter_needed
              from category c
              join category_agency p on p.category = c.code
              join agency a on a.id = p.agency
            """;
    private static final String ORDER = " order by c.position, c.code, p.role, a.position";

    /** The category of this code, empty if the table does not have it. */
    public Uni<Optional<Category>> find(Mutiny.Session session, String code) {
        return session.createNativeQuery(ALL + " where c.code = :code" + ORDER, Object[].class)
                .setParameter("code", code)
                .getResultList()
                .map(rows -> categories(rows).stream().findFirst());
    }

    /** All categories, in the order in which people see them. */
    public Uni<List<Category>> all(Mutiny.Session session) {
        return session.createNativeQuery(ALL + ORDER, Object[].class)
                .getResultList()
                .map(Categories::categories);
    }

    private static List<Category> categories(List<Object[]> rows) {
        Map<Object, List<Object[]>> byCode =
                rows.stream().collect(Collectors.groupingBy(row -> row[0], LinkedHashMap::new, Collectors.toList()));
        return byCode.values().stream().map(Categories::category).toList();
    }

    private static Category category(List<Object[]> rows) {
        Object[] first = rows.getFirst();
        return new Category(
                (String) first[0],
                new Category.Label((String) first[1], (String) first[2]),
                ((Number) first[3]).intValue(),
                (Boolean) first[4],
                rows.stream()
                        .map(row -> new Category.Part((String) row[5], Role.valueOf((String) row[6]), (Boolean) row[7]))
                        .toList());
    }
}
