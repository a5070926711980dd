package id.tanggap.triage.learning;

import id.tanggap.triage.config.LearningConfig;
import id.tanggap.triage.learning.trial.Calibration;
import id.tanggap.triage.learning.trial.Scored;
import id.tanggap.triage.learning.trial.Stability;
import id.tanggap.triage.model.AdditiveModel;
import id.tanggap.triage.model.Feature;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures how far calls have moved from those that the champion was trained on, and whether it still tells the truth. */
@ApplicationScoped
class Drift {

    /** Enough for a stable index of ten bins. */
    private static final int MOST_SNAPSHOTS = 5_000;

    private final LabelledCalls calls;
    private final Panel panel;
    private final Rounds rounds;
    private final LearningConfig config;
    private final MultiGauge inputs;
    private final MultiGauge calibration;
    private final MultiGauge versions;
    private volatile int judgedOn;

    Drift(LabelledCalls calls, Panel panel, Rounds rounds, LearningConfig config, MeterRegistry registry) {
        this.calls = calls;
        this.panel = panel;
        this.rounds = rounds;
        this.config = config;
        inputs = MultiGauge.builder("tanggap.triage.model.psi")
                .description(
                        "Population stability index of a feature against the champion's training; look from 0.25 on")
                .register(registry);
        calibration = MultiGauge.builder("tanggap.triage.model.calibration")
                .description(
                        "Champion on recent labelled calls: ece, brier, bias (mean likelihood less share of hoaxes)")
                .register(registry);
        versions = MultiGauge.builder("tanggap.triage.model.seated")
                .description("1 for the models in use on this replica")
                .register(registry);
        Gauge.builder("tanggap.triage.model.judged.on", () -> judgedOn)
                .description(
                        "Snapshots of recent labelled calls that the champion's calibration rests on: few say little")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        rounds.every(config.driftEvery(), "drift", this::measure);
    }

    Uni<Void> measure() {
        Seats seats = panel.now();
        Instant now = Instant.now();
        String champion = seats.champion().version();
        versions.register(seated(seats), true);
        return calls.features(now.minus(config.driftOn()), MOST_SNAPSHOTS)
                .chain(features -> rounds.aside(() -> inputs(seats.model(), features)))
                .invoke(rows -> inputs.register(rows, true))
                .chain(() -> calls.scored(champion, champion, now.minus(config.judgeOn())))
                .invoke(scored -> judgedOn = scored.size())
                .chain(scored -> rounds.aside(() -> calibration(champion, scored)))
                .invoke(rows -> calibration.register(rows, true))
                .replaceWithVoid();
    }

    private static List<Row<?>> inputs(AdditiveModel model, List<String> features) {
        List<double[]> vectors = features.stream().map(FeatureJson::read).toList();
        List<Row<?>> rows = new ArrayList<>();
        model.spreads().forEach((feature, spread) -> {
            double[] values = vectors.stream()
                    .mapToDouble(vector -> vector[feature.ordinal()])
                    .toArray();
            rows.add(Row.of(Tags.of("feature", name(feature)), Stability.index(spread, values)));
        });
        return rows;
    }

    private static List<Row<?>> calibration(String version, List<Scored> scored) {
        double[] likelihood = scored.stream().mapToDouble(Scored::champion).toArray();
        boolean[] hoax = new boolean[likelihood.length];
        for (int i = 0; i < hoax.length; i++) {
            hoax[i] = scored.get(i).label().hoax();
        }
        Calibration found = Calibration.of(likelihood, hoax);
        return List.of(
                Row.of(Tags.of("version", version, "measure", "ece"), found.ece()),
                Row.of(Tags.of("version", version, "measure", "brier"), found.brier()),
                Row.of(Tags.of("version", version, "measure", "bias"), found.bias()));
    }

    private static List<Row<?>> seated(Seats seats) {
        List<Row<?>> rows = new ArrayList<>();
        rows.add(Row.of(Tags.of("version", seats.champion().version(), "state", "champion"), 1));
        seats.challenger()
                .ifPresent(each -> rows.add(Row.of(Tags.of("version", each.version(), "state", "challenger"), 1)));
        return rows;
    }

    private static String name(Feature feature) {
        return feature.name().toLowerCase(Locale.ROOT);
    }
}
