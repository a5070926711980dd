package id.tanggap.triage.learning;

import id.tanggap.platform.tx.Transactions;
import id.tanggap.triage.config.LearningConfig;
import id.tanggap.triage.model.BrokenModelException;
import id.tanggap.triage.model.ModelFile;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * The models in use on this replica. It begins with the bundled one, so that no call waits for the database, and follows the
 * database from then on; a model that may not be used is refused and the last good one stays.
 */
@ApplicationScoped
public class Panel {

    private static final Logger LOG = Logger.getLogger(Panel.class);

    private final Transactions transactions;
    private final ModelStore store;
    private final Rounds rounds;
    private final LearningConfig config;
    private final ModelFile bundled = ModelFile.bundled();

    private volatile Seats seats = Seats.of(bundled, Optional.empty());
    private volatile boolean introduced;
    private final AtomicLong looks = new AtomicLong();
    private long newestLook;

    Panel(Transactions transactions, ModelStore store, Rounds rounds, LearningConfig config) {
        this.transactions = transactions;
        this.store = store;
        this.rounds = rounds;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        rounds.every(config.poll(), "models-read", this::refresh);
    }

    public Seats now() {
        return seats;
    }

    /** Looks who is seated now. */
    public Uni<Void> refresh() {
        return introduce()
                .chain(() -> {
                    long look = looks.incrementAndGet();
                    return transactions.read(store::seated).invoke(seated -> seat(look, seated));
                })
                .replaceWithVoid();
    }

    /** A bundled model that the database does not know is champion of an empty one, and a challenger otherwise. */
    private Uni<Void> introduce() {
        if (introduced) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .inTransaction(session -> store.lock(session)
                        .chain(() -> store.find(session, bundled.model().version()))
                        .chain(known -> known.isPresent()
                                ? Uni.createFrom().voidItem()
                                : store.seated(session).chain(seated -> add(session, seated))))
                .invoke(() -> introduced = true);
    }

    private Uni<Void> add(Mutiny.Session session, List<StoredModel> seated) {
        Instant now = Instant.now();
        ModelState state = find(seated, ModelState.CHAMPION).isPresent() ? ModelState.CHALLENGER : ModelState.CHAMPION;
        return retire(session, seated, state, now)
                .chain(() -> store.add(session, bundled, state, now))
                .chain(() -> store.note(
                        session, bundled.model().version(), state.name(), "triage-service", "bundled with it", now));
    }

    private Uni<Void> retire(Mutiny.Session session, List<StoredModel> seated, ModelState state, Instant now) {
        return find(seated, state)
                .map(old -> store.move(session, old.version(), state, ModelState.RETIRED, false, now)
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** One look may overtake another: what was seen earlier never replaces what was seen later. */
    private synchronized void seat(long look, List<StoredModel> seated) {
        if (look < newestLook) {
            return;
        }
        newestLook = look;
        Optional<ModelFile> champion = find(seated, ModelState.CHAMPION).flatMap(this::open);
        Optional<ModelFile> challenger = find(seated, ModelState.CHALLENGER).flatMap(this::open);
        Seats next = Seats.of(champion.orElse(seats.championFile()), challenger);
        if (!next.championFile().equals(seats.championFile())
                || !next.challengerFile().equals(seats.challengerFile())) {
            seats = next;
            LOG.infof(
                    "event=models-seated champion=%s challenger=%s",
                    next.champion().version(),
                    challenger.map(file -> file.model().version()).orElse("none"));
        }
    }

    private Optional<ModelFile> open(StoredModel stored) {
        try {
            return Optional.of(stored.open());
        } catch (BrokenModelException e) {
            LOG.errorf("event=model-refused version=%s cause=\"%s\"", stored.version(), e.getMessage());
            return Optional.empty();
        }
    }

    static Optional<StoredModel> find(List<StoredModel> models, ModelState state) {
        return models.stream().filter(model -> model.state() == state).findFirst();
    }
}
