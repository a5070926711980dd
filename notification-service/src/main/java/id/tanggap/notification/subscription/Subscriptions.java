package id.tanggap.notification.subscription;

import id.tanggap.notification.config.WebhookConfig;
import id.tanggap.notification.webhook.DestinationResolver;
import id.tanggap.notification.webhook.DestinationResolver.Destination;
import id.tanggap.notification.webhook.policy.WebhookSecret;
import id.tanggap.notification.webhook.policy.WebhookUrl;
import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.seal.Seal;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Agencies' webhook subscriptions; each agency reaches its own and no other. */
@ApplicationScoped
public class Subscriptions {

    private static final Logger LOG = Logger.getLogger(Subscriptions.class);
    private static final ProblemType LIMIT =
            new ProblemType("too-many-subscriptions", 409, "The agency has as many subscriptions as it may");

    // One agency's requests one after the other, or two could pass the checks together.
    private static final String ONE_AT_A_TIME =
            "select count(*) from (select pg_advisory_xact_lock(hashtextextended('subscription:' || :agency, 0))) locked";

    private static final String CANCEL =
            """
            update delivery set status = 'CANCELLED', finished_at = now(), lease_owner = null, leased_until = null
             where subscription_id = :id and status in ('PENDING', 'RETRYING')
            """;

    private final Transactions transactions;
    private final DestinationResolver resolver;
    private final WebhookConfig config;
    private final Seal seal;
    private final SecureRandom random = new SecureRandom();

    Subscriptions(Transactions transactions, DestinationResolver resolver, WebhookConfig config, Seal seal) {
        this.transactions = transactions;
        this.resolver = resolver;
        this.config = config;
        this.seal = seal;
    }

    /** A new subscription with its secret, which nobody can read again. */
    public record Created(Subscription subscription, WebhookSecret secret) {}

    /** Subscribes the agency; fails with a {@link Problem} if the address may not be called or is subscribed already. */
    public Uni<Created> create(String agency, String url, Optional<String> description) {
        WebhookUrl address;
        try {
            address = WebhookUrl.parse(url, config.allowInsecure());
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().failure(Problem.invalid("url", e.getMessage()));
        }
        WebhookSecret secret = WebhookSecret.generate(random);
        Subscription subscription =
                new Subscription(EventIds.next(), agency, url, description, seal.seal(secret.reveal()), Instant.now());
        return reachable(agency, address)
                .chain(() -> transactions.inTransaction(session -> free(session, agency, url)
                        .chain(() -> session.persist(subscription))
                        .replaceWith(new Created(subscription, secret))))
                .invoke(() -> LOG.infof("event=subscribed agency=%s subscription=%s", agency, subscription.id()));
    }

    /** The agency's active subscriptions, oldest first. */
    public Uni<List<Subscription>> list(String agency) {
        return transactions.read(session -> active(session, agency));
    }

    /** Ends the agency's subscription and what was on its way to it; false if it has no such. */
    public Uni<Boolean> delete(String agency, UUID id) {
        return transactions.inTransaction(session -> session.createSelectionQuery(
                        "from Subscription s where s.subscriptionId = :id and s.agency = :agency and s.deletedAt is null",
                        Subscription.class)
                .setParameter("id", id)
                .setParameter("agency", agency)
                .getSingleResultOrNull()
                .chain(found -> {
                    if (found == null) {
                        return Uni.createFrom().item(false);
                    }
                    found.end(Instant.now());
                    // In this order: the update waits for feeds that are adding deliveries, so that none slips through.
                    return session.flush()
                            .chain(() -> session.createNativeQuery(CANCEL)
                                    .setParameter("id", id)
                                    .executeUpdate())
                            .invoke(cancelled -> LOG.infof(
                                    "event=unsubscribed agency=%s subscription=%s cancelled=%d", agency, id, cancelled))
                            .replaceWith(true);
                }));
    }

    private Uni<Void> reachable(String agency, WebhookUrl address) {
        return resolver.resolve(agency, address.host())
                .ifNoItem()
                .after(config.timeout())
                .recoverWithItem(new Destination.Unresolved())
                .chain(destination -> switch (destination) {
                    case Destination.Permitted permitted -> Uni.createFrom().voidItem();
                    case Destination.Refused() ->
                        Uni.createFrom()
                                .failure(Problem.invalid("url", "leads to an address that webhooks must not reach"));
                    case Destination.Unresolved() ->
                        Uni.createFrom().failure(Problem.invalid("url", "names a host whose address cannot be found"));
                });
    }

    private Uni<Void> free(Mutiny.Session session, String agency, String url) {
        return session.createNativeQuery(ONE_AT_A_TIME, Long.class)
                .setParameter("agency", agency)
                .getSingleResult()
                .chain(locked -> active(session, agency))
                .invoke(active -> {
                    if (active.stream().anyMatch(other -> other.url().equals(url))) {
                        throw Problem.of(
                                ProblemType.CONFLICT,
                                "This address is subscribed already; delete that subscription to get a new secret.");
                    }
                    if (active.size() >= config.maxSubscriptions()) {
                        throw Problem.of(LIMIT, "At most " + config.maxSubscriptions() + " at a time.");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<List<Subscription>> active(Mutiny.Session session, String agency) {
        return session.createSelectionQuery(
                        "from Subscription s where s.agency = :agency and s.deletedAt is null order by s.subscriptionId",
                        Subscription.class)
                .setParameter("agency", agency)
                .getResultList();
    }
}
