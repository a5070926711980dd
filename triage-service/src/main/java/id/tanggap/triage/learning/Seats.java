package id.tanggap.triage.learning;

import id.tanggap.triage.model.AdditiveModel;
import id.tanggap.triage.model.ModelFile;
import id.tanggap.triage.policy.TriagePolicy;
import java.util.Optional;

/** Who scores now: the champion, whose scores are advice, and a challenger in its shadow, both under the same rules. */
public record Seats(
        ModelFile championFile,
        Optional<ModelFile> challengerFile,
        TriagePolicy champion,
        Optional<TriagePolicy> challenger) {

    static Seats of(ModelFile champion, Optional<ModelFile> challenger) {
        return new Seats(
                champion,
                challenger,
                new TriagePolicy(champion.model()),
                challenger.map(file -> new TriagePolicy(file.model())));
    }

    AdditiveModel model() {
        return championFile.model();
    }
}
