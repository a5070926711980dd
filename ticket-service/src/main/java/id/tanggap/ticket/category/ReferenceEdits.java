package id.tanggap.ticket.category;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.time.Now;
import id.tanggap.ticket.category.policy.Catalogue;
import id.tanggap.ticket.category.policy.Fault;
import id.tanggap.ticket.category.policy.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
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
    private static void require(List<Fault> faults) {
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

    /**
     * Keeps what is wanted under a version of its own, and puts that on the record. The same edit again changes nothing.
     *
     * @param faults asked only of an edit that is not too late
     * @param write what writes it
     * @return as it is kept now
     */
    <T extends Versioned<T>> Uni<T> keep(
            Mutiny.Session session,
            ReferenceKind kind,
            String code,
            Optional<T> before,
            T wanted,
            Precondition seen,
            Supplier<List<Fault>> faults,
            Function<T, Uni<Void>> write,
            Editor editor) {
        if (before.filter(kept -> kept.equals(wanted.withVersion(kept.version())))
                .isPresent()) {
            return Uni.createFrom().item(before.get());
        }
        seen.check(before.map(Versioned::version));
        require(faults.get());
        return lastVersion(session, kind, code)
                .map(last -> wanted.withVersion(
                        Math.max(last, before.map(Versioned::version).orElse(0L)) + 1))
                .chain(next -> write.apply(next)
                        .chain(() -> record(session, kind, code, next.version(), before, Optional.of(next), editor))
                        .replaceWith(next));
    }

    /** Removes what is kept, which lives on in the history. */
    <T extends Versioned<T>> Uni<Void> remove(
            Mutiny.Session session,
            ReferenceKind kind,
            String code,
            Optional<T> before,
            Precondition.Version seen,
            Supplier<Uni<Integer>> delete,
            Editor editor) {
        seen.check(before.map(Versioned::version));
        return delete.get()
                .chain(() -> record(session, kind, code, seen.number() + 1, before, Optional.empty(), editor));
    }

    /** The last version on the record, 0 if there is none: what was removed and comes again goes on from there. */
    private Uni<Long> lastVersion(Mutiny.Session session, ReferenceKind kind, String code) {
        return session.createNativeQuery(
                        "select coalesce(max(version), 0) from reference_change where kind = :kind and code = :code",
                        Long.class)
                .setParameter("kind", kind.name())
                .setParameter("code", code)
                .getSingleResult();
    }

    /** Puts the edit on the record and has every replica read anew, with the commit. */
    private Uni<Void> record(
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
