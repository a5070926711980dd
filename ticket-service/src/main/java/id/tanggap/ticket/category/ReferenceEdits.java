package id.tanggap.ticket.category;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.time.Now;
import id.tanggap.ticket.category.policy.Catalogue;
import id.tanggap.ticket.category.policy.Fault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** What every edit of reference data does: one at a time, against what is there now, and on the record. */
@ApplicationScoped
class ReferenceEdits {

    private final CatalogueReader reader;
    private final ObjectMapper json;
    private final Now now;

    ReferenceEdits(CatalogueReader reader, ObjectMapper json, Now now) {
        this.reader = reader;
        this.json = json;
        this.now = now;
    }

    /** Waits until no other transaction edits, and reads what it left. */
    Uni<Catalogue> begin(Mutiny.Session session) {
        return session.createNativeQuery("select version from reference_version for update", Long.class)
                .getSingleResult()
                .chain(() -> reader.read(session));
    }

    /** Refuses what would break something, naming every field at fault. */
    static void require(List<Fault> faults) {
        if (!faults.isEmpty()) {
            Problem problem = Problem.of(
                    ProblemType.VALIDATION,
                    faults.stream()
                            .map(fault -> fault.field() + ": " + fault.detail())
                            .collect(Collectors.joining("; ")));
            faults.forEach(fault -> problem.field(fault.field(), fault.detail()));
            throw problem;
        }
    }

    /** The last version on the record, 0 if there is none: what was removed and comes again goes on from there. */
    Uni<Long> lastVersion(Mutiny.Session session, ReferenceKind kind, String code) {
        return session.createNativeQuery(
                        "select coalesce(max(version), 0) from reference_change where kind = :kind and code = :code",
                        Long.class)
                .setParameter("kind", kind.name())
                .setParameter("code", code)
                .getSingleResult();
    }

    /** Puts the edit on the record and has every replica read anew, with the commit. */
    Uni<Void> record(
            Mutiny.Session session,
            ReferenceKind kind,
            String code,
            long version,
            Optional<?> before,
            Optional<?> after,
            Editor editor) {
        // By way of text: the driver would make a JSON string of a text that is told to be JSON.
        return session.createNativeQuery(
                        """
                        insert into reference_change
                               (id, kind, code, version, changed_by, role, changed_at, before, after, reason)
                        values (:id, :kind, :code, :version, :by, :role, :at, cast(cast(:before as text) as json),
                                cast(cast(:after as text) as json), :reason)
                        """)
                .setParameter("id", EventIds.next())
                .setParameter("kind", kind.name())
                .setParameter("code", code)
                .setParameter("version", version)
                .setParameter("by", editor.name())
                .setParameter("role", editor.role())
                .setParameter("at", now.get().atOffset(ZoneOffset.UTC))
                .setParameter("before", before.map(this::write).orElse(null))
                .setParameter("after", after.map(this::write).orElse(null))
                .setParameter("reason", editor.reason().orElse(null))
                .executeUpdate()
                .chain(() -> session.createNativeQuery("update reference_version set version = version + 1")
                        .executeUpdate())
                .replaceWithVoid();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reference data cannot be written as JSON", e);
        }
    }
}
