package id.tanggap.triage.learning;

import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.triage.config.LearningConfig;
import id.tanggap.triage.learning.trial.Trial;
import id.tanggap.triage.learning.trial.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Lets a challenger take the champion's place if it has shown that it may, and goes back by one command. */
@ApplicationScoped
public class Promotion {

    private static final Logger LOG = Logger.getLogger(Promotion.class);

    private final Transactions transactions;
    private final ModelStore store;
    private final LabelledCalls calls;
    private final Panel panel;
    private final Rounds rounds;
    private final LearningConfig config;

    Promotion(
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

    /** How this challenger compares with the champion on recent labelled calls that both scored live. */
    public Uni<Verdict> trial(String challenger) {
        return pair(challenger).chain(this::verdict);
    }

    /**
     * Makes this challenger the champion.
     *
     * @param by who decides
     */
    public Uni<Verdict> promote(String challenger, String by) {
        return pair(challenger)
                .chain(pair -> verdict(pair).chain(verdict -> {
                    if (!verdict.promotes()) {
                        throw Problem.of(LearningProblems.NOT_BETTER, verdict.sentence());
                    }
                    return transactions
                            .inTransaction(session -> store.lock(session)
                                    .chain(() ->
                                            exchange(session, pair.champion(), challenger, ModelState.CHALLENGER, true))
                                    .chain(() -> note(session, challenger, "PROMOTED", by, verdict.sentence())))
                            .replaceWith(verdict);
                }))
                .call(panel::refresh);
    }

    /**
     * Makes the champion before the present one champion again.
     *
     * @param by who decides
     */
    public Uni<StoredModel> rollback(String by) {
        return transactions
                .inTransaction(session -> store.lock(session)
                        .chain(() -> store.seated(session))
                        .map(seated -> Panel.find(seated, ModelState.CHAMPION).orElseThrow(Promotion::none))
                        .chain(champion -> store.championBefore(session, champion)
                                .map(found -> found.orElseThrow(Promotion::none))
                                .chain(earlier -> exchange(
                                                session,
                                                champion.version(),
                                                earlier.version(),
                                                ModelState.RETIRED,
                                                false)
                                        .chain(() -> note(
                                                session,
                                                earlier.version(),
                                                "ROLLED_BACK_TO",
                                                by,
                                                "instead of " + champion.version()))
                                        .chain(() -> store.find(session, earlier.version()))
                                        .map(found -> found.orElseThrow()))))
                .call(panel::refresh);
    }

    private record Pair(String champion, String challenger) {}

    private Uni<Pair> pair(String challenger) {
        return transactions.read(session -> store.find(session, challenger).chain(found -> {
            if (found.isEmpty()) {
                throw Problem.of(ProblemType.NOT_FOUND, "There is no model of this version.");
            }
            return store.seated(session).map(seated -> pair(challenger, seated));
        }));
    }

    private static Pair pair(String challenger, List<StoredModel> seated) {
        boolean seatedSo = Panel.find(seated, ModelState.CHALLENGER)
                .filter(model -> model.version().equals(challenger))
                .isPresent();
        if (!seatedSo) {
            throw Problem.of(LearningProblems.NO_CHALLENGER, "Only the challenger is compared with the champion.");
        }
        return new Pair(
                Panel.find(seated, ModelState.CHAMPION)
                        .orElseThrow(Promotion::none)
                        .version(),
                challenger);
    }

    private Uni<Verdict> verdict(Pair pair) {
        return calls.scored(pair.champion(), pair.challenger(), Instant.now().minus(config.judgeOn()))
                .chain(rows -> rounds.aside(() -> Trial.of(rows)));
    }

    private Uni<Void> exchange(
            Mutiny.Session session, String champion, String successor, ModelState from, boolean promoted) {
        Instant now = Instant.now();
        return store.move(session, champion, ModelState.CHAMPION, ModelState.RETIRED, false, now)
                .chain(gone -> store.move(session, successor, from, ModelState.CHAMPION, promoted, now)
                        .invoke(come -> {
                            if (!gone || !come) {
                                throw Problem.of(
                                        ProblemType.CONFLICT, "Somebody else changed the models in this moment.");
                            }
                        }))
                .replaceWithVoid();
    }

    private Uni<Void> note(Mutiny.Session session, String version, String change, String by, String note) {
        LOG.infof("event=model-changed version=%s change=%s by=%s", version, change, by);
        return store.note(session, version, change, by, note, Instant.now());
    }

    private static Problem none() {
        return Problem.of(LearningProblems.NO_EARLIER_CHAMPION, "The present champion was the first.");
    }
}
