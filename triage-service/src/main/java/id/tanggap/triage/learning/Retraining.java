package id.tanggap.triage.learning;

import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.triage.config.LearningConfig;
import id.tanggap.triage.learning.LabelledCalls.Snapshot;
import id.tanggap.triage.learning.train.BaseRate;
import id.tanggap.triage.learning.train.Sample;
import id.tanggap.triage.learning.train.Trainer;
import id.tanggap.triage.learning.train.TrainingPlan;
import id.tanggap.triage.model.AdditiveModel;
import id.tanggap.triage.model.ModelFile;
import id.tanggap.triage.model.Training;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Trains a challenger on what operators and field crews said of calls, by schedule or by command. */
@ApplicationScoped
public class Retraining {

    private static final Logger LOG = Logger.getLogger(Retraining.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    /** How often to look whether it is time. */
    private static final Duration LOOK = Duration.ofMinutes(15);

    private final Transactions transactions;
    private final ModelStore store;
    private final LabelledCalls calls;
    private final Panel panel;
    private final Rounds rounds;
    private final LearningConfig config;
    private final AtomicBoolean running = new AtomicBoolean();

    Retraining(
            Transactions transactions,
            ModelStore store,
            LabelledCalls calls,
            Panel panel,
            Rounds rounds,
            LearningConfig config) {
        this.transactions = transactions;
        this.store = store;
        this.calls = calls;
        this.panel = panel;
        this.rounds = rounds;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.scheduled()) {
            rounds.every(LOOK, "training", this::ifDue);
        }
    }

    /**
     * Trains a model and seats it as challenger.
     *
     * @param by who asks
     */
    public Uni<StoredModel> train(String by) {
        if (!running.compareAndSet(false, true)) {
            throw Problem.of(LearningProblems.TRAINING_RUNS, "Ask again when it is done; it takes seconds.");
        }
        Instant began = Instant.now();
        return calls.snapshots(began.minus(config.trainOn()), config.mostSnapshots())
                .chain(snapshots -> rounds.aside(() -> model(snapshots, began)))
                .chain(file -> transactions.inTransaction(session -> seat(session, file, by, began)))
                .call(panel::refresh)
                .onTermination()
                .invoke(() -> running.set(false));
    }

    private ModelFile model(List<Snapshot> snapshots, Instant began) {
        Map<String, Long> momentsOf =
                snapshots.stream().collect(Collectors.groupingBy(Snapshot::callId, Collectors.counting()));
        if (momentsOf.size() < config.leastCallsForRates()) {
            throw Problem.of(
                    LearningProblems.TOO_FEW_LABELS,
                    momentsOf.size() + " labelled calls with snapshots, " + config.leastCallsForRates()
                            + " are needed.");
        }
        Training provenance = new Training(
                "dispositions and field outcomes of this centre",
                snapshots.size(),
                momentsOf.size(),
                snapshots.getLast().labelledAt(),
                snapshots.getFirst().labelledAt());
        try {
            AdditiveModel model = momentsOf.size() < config.leastCalls()
                    ? moved(began, provenance)
                    : new Trainer(TrainingPlan.USUAL)
                            .train("additive-" + STAMP.format(began), provenance, samples(snapshots, momentsOf));
            Instant recent = snapshots.getFirst().labelledAt().minus(config.ratesOn());
            List<Snapshot> newest = snapshots.stream()
                    .filter(each -> each.labelledAt().isAfter(recent))
                    .toList();
            return ModelFile.of(BaseRate.moved(model, model.version(), model.training(), samples(newest, momentsOf)));
        } catch (IllegalArgumentException e) {
            throw Problem.of(LearningProblems.TOO_FEW_LABELS, e.getMessage() + ".", e);
        }
    }

    /** The champion under another name, its curves as they are. */
    private AdditiveModel moved(Instant began, Training provenance) {
        AdditiveModel champion = panel.now().model();
        return new AdditiveModel(
                "rates-" + STAMP.format(began),
                new Training(
                        "base rates: " + provenance.source() + "; curves: " + champion.version(),
                        provenance.rows(),
                        provenance.calls(),
                        provenance.from(),
                        provenance.to()),
                champion.logits(),
                champion.spreads());
    }

    private static List<Sample> samples(List<Snapshot> snapshots, Map<String, Long> momentsOf) {
        return snapshots.stream()
                .map(each -> new Sample(
                        FeatureJson.read(each.features()),
                        each.label(),
                        each.group(),
                        1.0 / momentsOf.get(each.callId())))
                .toList();
    }

    private Uni<StoredModel> seat(Mutiny.Session session, ModelFile file, String by, Instant began) {
        String version = file.model().version();
        Instant now = Instant.now();
        return store.lock(session)
                .chain(() -> store.seated(session))
                .chain(seated -> retire(session, seated, began, now))
                .chain(() -> store.add(session, file, ModelState.CHALLENGER, now))
                .chain(() -> store.note(session, version, "CHALLENGER", by, "trained", now))
                .chain(() -> store.find(session, version))
                .map(found -> found.orElseThrow())
                .invoke(model -> LOG.infof(
                        "event=model-trained version=%s calls=%d by=%s",
                        version, file.model().training().calls(), by));
    }

    private Uni<Void> retire(Mutiny.Session session, List<StoredModel> seated, Instant began, Instant now) {
        StoredModel old = Panel.find(seated, ModelState.CHALLENGER).orElse(null);
        if (old == null) {
            return Uni.createFrom().voidItem();
        }
        if (old.createdAt().isAfter(began)) {
            throw Problem.of(LearningProblems.TRAINING_RUNS, "Another replica has just trained " + old.version() + ".");
        }
        return store.move(session, old.version(), ModelState.CHALLENGER, ModelState.RETIRED, false, now)
                .replaceWithVoid();
    }

    private Uni<Void> ifDue() {
        Instant due = Instant.now().minus(config.trainEvery());
        return transactions
                .read(store::all)
                .chain(models ->
                        models.isEmpty() || models.getFirst().createdAt().isAfter(due)
                                ? Uni.createFrom().voidItem()
                                : train("schedule").replaceWithVoid())
                .onFailure(Problem.class)
                .recoverWithUni(problem -> {
                    LOG.infof("event=training-left-out cause=\"%s\"", problem.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }
}
