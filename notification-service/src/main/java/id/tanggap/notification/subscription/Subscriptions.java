package id.tanggap.notification.subscription;

import id.tanggap.notification.config.WebhookConfig;
import id.tanggap.notification.health.Healths;
import id.tanggap.notification.health.policy.SubscriptionState;
import id.tanggap.notification.webhook.policy.WebhookSecret;
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
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Agencies' subscriptions; each agency reaches its own and no other. */
@ApplicationScoped
public class Subscriptions {

    private static final Logger LOG = Logger.getLogger(Subscriptions.class);
    private static final ProblemType LIMIT =
            new ProblemType("too-many-subscriptions", 409, "The agency has as many subscriptions as it may");
    private static final ProblemType STALE =
            new ProblemType("stale-version", 412, "This was changed since it was read");

    // One agency's requests one after the other, or two could pass the checks together.
    private static final String ONE_AT_A_TIME =
            "select count(*) from (select pg_advisory_xact_lock(hashtextextended('subscription:' || :agency, 0))) locked";

    // Waits for feeds that are adding deliveries, so that none slips through an end or an edit.
    private static final String LOCKED =
            """
            select * from subscription s
             where s.subscription_id = :id and s.agency = :agency and s.deleted_at is null
               for update
            """;

    private static final String CANCEL =
            """
            update delivery set status = 'CANCELLED', finished_at = now(), lease_owner = null, leased_until = null
             where subscription_id = :id and status in ('PENDING', 'RETRYING')
            """;

    // By the new quiet hours they may have to wait again: that is seen when they are about to be sent.
    private static final String RELEASE =
            """
            update delivery set held = false, next_attempt_at = now(), due_at = now()
             where subscription_id = :id and status in ('PENDING', 'RETRYING') and held
            """;

    // Their first channel may be another one now.
    private static final String BEGIN_ANEW =
            """
            update delivery set place = 0, tries = 0
             where subscription_id = :id and status in ('PENDING', 'RETRYING') and place > 0
            """;

    private final Transactions transactions;
    private final Addresses addresses;
    private final Healths healths;
    private final WebhookConfig config;
    private final Seal seal;
    private final SealedRoutes routes;
    private final SecureRandom random = new SecureRandom();

    Subscriptions(
            Transactions transactions,
            Addresses addresses,
            Healths healths,
            WebhookConfig config,
            Seal seal,
            SealedRoutes routes) {
        this.transactions = transactions;
        this.addresses = addresses;
        this.healths = healths;
        this.config = config;
        this.seal = seal;
        this.routes = routes;
    }

    /** A subscription and whether it is sent what becomes due. */
    public record Listed(Subscription subscription, List<Route> routes, SubscriptionState state) {}

    /** A new subscription with its secret, which nobody can read again. */
    public record Created(Subscription subscription, List<Route> routes, WebhookSecret secret) {}

    /** Subscribes the agency; fails with a {@link Problem} if the address may not be called or is subscribed already. */
    public Uni<Created> create(String agency, Terms terms) {
        WebhookSecret secret = WebhookSecret.generate(random);
        Subscription subscription = new Subscription(
                EventIds.next(), agency, terms, routes.seal(terms.routes()), seal.seal(secret.reveal()), Instant.now());
        return addresses
                .check(agency, terms)
                .chain(() -> transactions.inTransaction(session -> others(session, agency, subscription.id(), terms)
                        .invoke(others -> {
                            if (others.size() >= config.maxSubscriptions()) {
                                throw Problem.of(LIMIT, "At most " + config.maxSubscriptions() + " at a time.");
                            }
                        })
                        .chain(() -> session.persist(subscription))
                        .replaceWith(new Created(subscription, terms.routes(), secret))))
                .invoke(() -> LOG.infof("event=subscribed agency=%s subscription=%s", agency, subscription.id()));
    }

    /**
     * Changes the agency's subscription as a whole, if it still has the version that the editor saw. What waits for the end
     * of quiet hours waits by the new ones. Fails with a {@link Problem} as {@link #create} does.
     */
    public Uni<Listed> edit(String agency, UUID id, long seen, Terms terms) {
        return addresses
                .check(agency, terms)
                .chain(() -> transactions.inTransaction(session -> locked(session, agency, id)
                        .invoke(found -> {
                            if (found.version() != seen) {
                                throw Problem.of(
                                        STALE, "Its version is " + found.version() + " by now; read it again.");
                            }
                        })
                        .call(() -> others(session, agency, id, terms))
                        .invoke(found -> found.edit(terms, routes.seal(terms.routes())))
                        .call(() -> session.flush())
                        .call(() -> session.createNativeQuery(RELEASE)
                                .setParameter("id", id)
                                .executeUpdate())
                        .call(() -> session.createNativeQuery(BEGIN_ANEW)
                                .setParameter("id", id)
                                .executeUpdate())
                        .chain(edited -> listed(session, List.of(edited)).map(List::getFirst))))
                .invoke(edited -> LOG.infof(
                        "event=subscription-edited agency=%s subscription=%s version=%d",
                        agency, id, edited.subscription().version()));
    }

    /** Has everything sent again to a paused or disabled subscription; a {@link Problem} if the agency has no such. */
    public Uni<Void> enable(String agency, UUID id) {
        return transactions.inTransaction(session -> locked(session, agency, id)
                .chain(found -> healths.enable(session, id))
                .invoke(() -> LOG.infof("event=subscription-enabled agency=%s subscription=%s", agency, id)));
    }

    /** The agency's active subscriptions, oldest first. */
    public Uni<List<Listed>> list(String agency) {
        return transactions.read(session -> active(session, agency).chain(found -> listed(session, found)));
    }

    /** Ends the agency's subscription and what was on its way to it; a {@link Problem} if it has no such. */
    public Uni<Void> delete(String agency, UUID id) {
        return transactions.inTransaction(session -> locked(session, agency, id)
                .invoke(found -> found.end(Instant.now()))
                .call(() -> session.flush())
                .chain(() ->
                        session.createNativeQuery(CANCEL).setParameter("id", id).executeUpdate())
                .invoke(cancelled ->
                        LOG.infof("event=unsubscribed agency=%s subscription=%s cancelled=%d", agency, id, cancelled))
                .replaceWithVoid());
    }

    /** The agency's subscription, whose row is the session's until its end; a {@link Problem} if it has no such. */
    static Uni<Subscription> locked(Mutiny.Session session, String agency, UUID id) {
        return session.createNativeQuery(LOCKED, Subscription.class)
                .setParameter("id", id)
                .setParameter("agency", agency)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Subscriptions::unknown);
    }

    /** The problem of a subscription that is not there, or not the agency's. */
    public static Problem unknown() {
        return Problem.of(ProblemType.NOT_FOUND, "The agency has no such subscription.");
    }

    /** The agency's active subscriptions but this one, none of which may have its web address or lead to the same first. */
    private Uni<List<Subscription>> others(Mutiny.Session session, String agency, UUID id, Terms terms) {
        return session.createNativeQuery(ONE_AT_A_TIME, Long.class)
                .setParameter("agency", agency)
                .getSingleResult()
                .chain(locked -> active(session, agency))
                .map(active ->
                        active.stream().filter(other -> !other.id().equals(id)).toList())
                .invoke(others -> {
                    if (others.stream().anyMatch(other -> isSame(other, terms))) {
                        throw Problem.of(ProblemType.CONFLICT, "Another subscription has this address already.");
                    }
                });
    }

    /** A repeated request must not double every delivery. */
    private boolean isSame(Subscription other, Terms terms) {
        Route first = terms.routes().getFirst();
        Route theirs = other.routes(routes).getFirst();
        return terms.url().isPresent() && other.url().equals(terms.url())
                || theirs.kind() == first.kind() && theirs.address().equals(first.address());
    }

    private Uni<List<Listed>> listed(Mutiny.Session session, List<Subscription> found) {
        return healths.states(session, found.stream().map(Subscription::id).toList())
                .map(states -> found.stream()
                        .map(one -> new Listed(one, one.routes(routes), states.get(one.id())))
                        .toList());
    }

    private static Uni<List<Subscription>> active(Mutiny.Session session, String agency) {
        return session.createSelectionQuery(
                        "from Subscription s where s.agency = :agency and s.deletedAt is null order by s.subscriptionId",
                        Subscription.class)
                .setParameter("agency", agency)
                .getResultList();
    }
}
