package id.tanggap.triage.learning;

import id.tanggap.triage.model.BrokenModelException;
import id.tanggap.triage.model.ModelFile;
import java.time.Instant;
import java.util.Optional;

/**
 * A model as the database keeps it.
 *
 * @param document JSON as {@link ModelFile} writes it
 * @param championSince when it last became champion
 */
public record StoredModel(
        String version,
        String document,
        String checksum,
        ModelState state,
        Instant createdAt,
        Optional<Instant> championSince) {

    /**
     * The model in it.
     *
     * @throws BrokenModelException if document, checksum and version do not belong together or make no sense
     */
    public ModelFile open() {
        ModelFile file = ModelFile.parse(document);
        if (!file.checksum().equals(checksum) || !file.model().version().equals(version)) {
            throw new BrokenModelException("the document is not the one that was stored");
        }
        return file;
    }
}
