package id.tanggap.triage.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.triage.learning.ModelState;
import id.tanggap.triage.learning.StoredModel;
import id.tanggap.triage.model.BrokenModelException;
import id.tanggap.triage.model.Training;
import java.time.Instant;
import java.util.Optional;

/**
 * A model as people see it in a list.
 *
 * @param training null, and left out, if the stored model is broken and will be refused
 */
public record ModelView(
        String version,
        ModelState state,
        String checksum,
        Instant createdAt,
        Optional<Instant> championSince,
        @JsonInclude(JsonInclude.Include.NON_NULL) Training training) {

    static ModelView of(StoredModel stored) {
        return new ModelView(
                stored.version(),
                stored.state(),
                stored.checksum(),
                stored.createdAt(),
                stored.championSince(),
                training(stored));
    }

    private static Training training(StoredModel stored) {
        try {
            return stored.open().model().training();
        } catch (BrokenModelException e) {
            return null;
        }
    }
}
