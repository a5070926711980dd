package id.tanggap.triage.learning;

import id.tanggap.triage.model.ModelFile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps models and their parts; whoever changes parts takes {@link #lock} first. */
@ApplicationScoped
public class ModelStore {

    private static final String COLUMNS =
            "select version, document, checksum, state, created_at, champion_since from model ";
    private static final String LOCK = "select 1 from (select pg_advisory_xact_lock(112, 5)) l";
    private static final String ADD =
            """
            insert into model (version, document, checksum, state, created_at, champion_since)
            values (:version, :document, :checksum, :state, :now,
                    case when :state = 'CHAMPION' then cast(:now as timestamptz) end)
            on conflict (version) do nothing
            """;
    private static final String MOVE =
            """
            update model set state = :to,
                   champion_since = case when :promoted then cast(:now as timestamptz) else champion_since end
             where version = :version and state = :from
            """;
    private static final String CHANGE =
            """
            insert into model_change (at, version, change, changed_by, note)
            values (:now, :version, :change, :by, :note)
            """;

    /** Parts change one at a time, until the end of this transaction. */
    Uni<Void> lock(Mutiny.Session session) {
        return session.createNativeQuery(LOCK, Integer.class).getSingleResult().replaceWithVoid();
    }

    /** All models, newest first. */
    public Uni<List<StoredModel>> all(Mutiny.Session session) {
        return session.createNativeQuery(COLUMNS + "order by created_at desc limit 100", Object[].class)
                .getResultList()
                .map(ModelStore::models);
    }

    public Uni<Optional<StoredModel>> find(Mutiny.Session session, String version) {
        return session.createNativeQuery(COLUMNS + "where version = :version", Object[].class)
                .setParameter("version", version)
                .getResultList()
                .map(rows -> models(rows).stream().findFirst());
    }

    /** Champion and challenger, as far as there are any. */
    Uni<List<StoredModel>> seated(Mutiny.Session session) {
        return session.createNativeQuery(COLUMNS + "where state in ('CHAMPION', 'CHALLENGER')", Object[].class)
                .getResultList()
                .map(ModelStore::models);
    }

    /** The one that was champion before this one. */
    Uni<Optional<StoredModel>> championBefore(Mutiny.Session session, StoredModel champion) {
        return session.createNativeQuery(
                        COLUMNS
                                + "where state = 'RETIRED' and champion_since < :since order by champion_since desc limit 1",
                        Object[].class)
                .setParameter("since", champion.championSince().orElseThrow().atOffset(ZoneOffset.UTC))
                .getResultList()
                .map(rows -> models(rows).stream().findFirst());
    }

    /** Adds a model; tells whether it was new. */
    Uni<Boolean> add(Mutiny.Session session, ModelFile file, ModelState state, Instant now) {
        return session.createNativeQuery(ADD)
                .setParameter("version", file.model().version())
                .setParameter("document", file.json())
                .setParameter("checksum", file.checksum())
                .setParameter("state", state.name())
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    /** Moves a model from one part to another; tells whether it had the first. */
    Uni<Boolean> move(
            Mutiny.Session session, String version, ModelState from, ModelState to, boolean promoted, Instant now) {
        return session.createNativeQuery(MOVE)
                .setParameter("version", version)
                .setParameter("from", from.name())
                .setParameter("to", to.name())
                .setParameter("promoted", promoted)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    /** Writes down who changed what and why. */
    Uni<Void> note(Mutiny.Session session, String version, String change, String by, String note, Instant now) {
        return session.createNativeQuery(CHANGE)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .setParameter("version", version)
                .setParameter("change", change)
                .setParameter("by", by)
                .setParameter("note", note)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static List<StoredModel> models(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new StoredModel(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        ModelState.valueOf((String) row[3]),
                        instant(row[4]),
                        Optional.ofNullable(row[5]).map(ModelStore::instant)))
                .toList();
    }

    static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
