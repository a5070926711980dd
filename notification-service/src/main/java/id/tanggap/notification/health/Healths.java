package id.tanggap.notification.health;

import id.tanggap.notification.health.policy.Health;
import id.tanggap.notification.health.policy.PausePolicy;
import id.tanggap.notification.health.policy.SubscriptionState;
import id.tanggap.platform.outbox.Outbox;
import id.tanggap.platform.time.Now;
import id.tanggap.platform.tx.AfterCommit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Keeps how each subscription's receiver is doing, and tells its owner and operations when that stops or resumes deliveries. */
@ApplicationScoped
public class Healths {

    private static final Logger LOG = Logger.getLogger(Healths.class);

    // One attempt after the other counts.
    private static final String LOCKED = "select * from subscription_health where subscription_id = :id for update";

    // Nothing to note of one that is well: most arrivals end here, and lock nothing.
    private static final String LOCKED_UNLESS_SOUND =
            """
            select * from subscription_health
             where subscription_id = :id and (failures > 0 or state <> 'ACTIVE') for update
            """;

    private static final String FIRST_CHANNEL =
            "select s.channels[1] from subscription s where s.subscription_id = :id";

    private final PausePolicy policy;
    private final Outbox outbox;
    private final Now now;
    private final AfterCommit afterCommit;
    private final MeterRegistry metrics;

    Healths(PausePolicy policy, Outbox outbox, Now now, AfterCommit afterCommit, MeterRegistry metrics) {
        this.policy = policy;
        this.outbox = outbox;
        this.now = now;
        this.afterCommit = afterCommit;
        this.metrics = metrics;
    }

    /** From the beginning, for a rate sees no first event of a series that begins with it. */
    void start(@Observes StartupEvent event) {
        List.of(SubscriptionState.values()).forEach(this::changes);
    }

    /** Notes that something arrived. */
    public Uni<Void> arrived(Mutiny.Session session, UUID subscriptionId) {
        return change(session, LOCKED_UNLESS_SOUND, subscriptionId, health -> policy.arrived(health, now.get()))
                .replaceWithVoid();
    }

    /** Notes that something did not arrive, for this reason; the item is the state that this brings, if it is another. */
    public Uni<Optional<SubscriptionState>> failed(
            Mutiny.Session session, UUID subscriptionId, String why, boolean probe) {
        double random = ThreadLocalRandom.current().nextDouble();
        return change(session, LOCKED, subscriptionId, health -> policy.failed(health, why, probe, now.get(), random));
    }

    /** Notes that the receiver wants no more; the item is as that of a failure. */
    public Uni<Optional<SubscriptionState>> gone(Mutiny.Session session, UUID subscriptionId, String why) {
        return change(session, LOCKED, subscriptionId, health -> policy.gone(health, why, now.get()));
    }

    /** Has everything sent again, for its owner says that the receiver is well. */
    public Uni<Void> enable(Mutiny.Session session, UUID subscriptionId) {
        return change(session, LOCKED, subscriptionId, health -> policy.enabled(health, now.get()))
                .replaceWithVoid();
    }

    /** How a subscription that is not over is doing. */
    public Uni<Optional<SubscriptionHealth>> of(Mutiny.Session session, UUID subscriptionId) {
        return session.createSelectionQuery(
                        "from SubscriptionHealth h where h.subscriptionId = :id and exists (select 1 from Subscription s"
                                + " where s.subscriptionId = h.subscriptionId and s.deletedAt is null)",
                        SubscriptionHealth.class)
                .setParameter("id", subscriptionId)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** The states of these. */
    public Uni<Map<UUID, SubscriptionState>> states(Mutiny.Session session, List<UUID> subscriptionIds) {
        return session.createSelectionQuery(
                        "from SubscriptionHealth h where h.subscriptionId in :ids", SubscriptionHealth.class)
                .setParameter("ids", subscriptionIds)
                .getResultList()
                .map(kept -> kept.stream()
                        .collect(Collectors.toMap(SubscriptionHealth::subscriptionId, one -> one.health()
                                .state())));
    }

    private Uni<Optional<SubscriptionState>> change(
            Mutiny.Session session, String query, UUID id, UnaryOperator<Health> next) {
        return session.createNativeQuery(query, SubscriptionHealth.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .chain(kept -> kept != null && kept.become(next.apply(kept.health()))
                        ? tell(session, kept)
                                .replaceWith(Optional.of(kept.health().state()))
                        : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Void> tell(Mutiny.Session session, SubscriptionHealth kept) {
        return session.createNativeQuery(FIRST_CHANNEL, String.class)
                .setParameter("id", kept.subscriptionId())
                .getSingleResult()
                .map(channel -> SubscriptionChanged.of(kept, channel))
                .chain(event -> tell(session, event, kept.version()));
    }

    private Uni<Void> tell(Mutiny.Session session, SubscriptionChanged event, long version) {
        afterCommit.run(session, () -> changes(event.state()).increment());
        return outbox.append(session, event.event(version)).invoke(() -> {
            LOG.logf(
                    event.state() == SubscriptionState.ACTIVE ? Logger.Level.INFO : Logger.Level.WARN,
                    "event=subscription-changed state=%s subscription=%s agency=%s reason=%s failures=%d",
                    event.state(),
                    event.subscriptionId(),
                    event.agency(),
                    event.reason().orElse("-"),
                    event.failures());
        });
    }

    private Counter changes(SubscriptionState state) {
        return Counter.builder("tanggap.subscription.changes")
                .description("Subscriptions that came into this state")
                .tag("state", state.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }
}
