package id.tanggap.triage.api;

import id.tanggap.triage.learning.ModelState;
import id.tanggap.triage.learning.StoredModel;
import id.tanggap.triage.model.Training;
import java.time.Instant;
import java.util.Optional;

/** A model as people see it in a list. */
public record ModelView(
        String version,
        ModelState state,
        String checksum,
        Instant createdAt,
        Optional<Instant> championSince,
        Training training) {

    static ModelView of(StoredModel stored) {
        return new ModelView(
                stored.version(),
                stored.state(),
                stored.checksum(),
                stored.createdAt(),
                stored.championSince(),
                stored.open().model().training());
    }
}
