package id.tanggap.ticket.category;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The reference table of agencies. */
@ApplicationScoped
public class Agencies {

    /** An agency as people know it. */
    public record Agency(String id, String labelId, String labelEn) {}

    /** Whether there is such an agency. */
    public Uni<Boolean> isKnown(Mutiny.Session session, String id) {
        return session.createNativeQuery("select 1 from agency where id = :id", Integer.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .map(found -> found != null);
    }

    /** All agencies, in the order in which people see them. */
    public Uni<List<Agency>> all(Mutiny.Session session) {
        return session.createNativeQuery("select id, label_id, label_en from agency order by position", Object[].class)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Agency((String) row[0], (String) row[1], (String) row[2]))
                        .toList());
    }
}
