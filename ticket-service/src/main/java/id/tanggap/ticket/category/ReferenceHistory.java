package id.tanggap.ticket.category;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads who changed what. */
@ApplicationScoped
public class ReferenceHistory {

    private final ObjectMapper json;

    ReferenceHistory(ObjectMapper json) {
        this.json = json;
    }

    /**
     * One change.
     *
     * @param code of the category or agency, id of the rule
     * @param version that it made
     * @param before empty if it created
     * @param after empty if it removed
     */
    public record Change(
            UUID changeId,
            ReferenceKind kind,
            String code,
            long version,
            String by,
            String role,
            Instant at,
            @Schema(type = SchemaType.OBJECT) Optional<JsonNode> before,
            @Schema(type = SchemaType.OBJECT) Optional<JsonNode> after,
            Optional<String> reason) {}

    /** At most {@code limit} changes, the newest first: of one thing, of a kind, or of all. */
    public Uni<List<Change>> list(
            Mutiny.Session session,
            Optional<ReferenceKind> kind,
            Optional<String> code,
            Optional<UUID> olderThan,
            int limit) {
        String where = kind.map(k -> " and kind = :kind").orElse("")
                + code.map(c -> " and code = :code").orElse("")
                + olderThan.map(id -> " and id < :older").orElse("");
        var query = session.createNativeQuery(
                "select id, kind, code, version, changed_by, role, changed_at, cast(before as text) as former, cast(after as text) as latter, reason"
                        + " from reference_change where true" + where + " order by id desc",
                Object[].class);
        kind.ifPresent(k -> query.setParameter("kind", k.name()));
        code.ifPresent(c -> query.setParameter("code", c));
        olderThan.ifPresent(id -> query.setParameter("older", id));
        return query.setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(this::change).toList());
    }

    private Change change(Object[] row) {
        return new Change(
                (UUID) row[0],
                ReferenceKind.valueOf((String) row[1]),
                (String) row[2],
                ((Number) row[3]).longValue(),
                (String) row[4],
                (String) row[5],
                row[6] instanceof OffsetDateTime at ? at.toInstant() : (Instant) row[6],
                read((String) row[7]),
                read((String) row[8]),
                Optional.ofNullable((String) row[9]));
    }

    private Optional<JsonNode> read(String stored) {
        try {
            return stored == null ? Optional.empty() : Optional.of(json.readTree(stored));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored change is not readable", e);
        }
    }
}
