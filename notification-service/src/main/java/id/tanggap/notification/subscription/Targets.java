package id.tanggap.notification.subscription;

import id.tanggap.notification.webhook.policy.WebhookSecret;
import id.tanggap.platform.seal.Seal;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Knows the ways to a subscription's receiver, and by what its webhooks are signed. */
@ApplicationScoped
public class Targets {

    private static final String OLD_SECRETS =
            """
            select sealed_secret from retired_secret
             where subscription_id = :id and ends_at > now() order by retired_at desc
            """;

    private final Transactions transactions;
    private final SealedRoutes routes;
    private final Seal seal;

    Targets(Transactions transactions, SealedRoutes routes, Seal seal) {
        this.transactions = transactions;
        this.routes = routes;
        this.seal = seal;
    }

    /**
     * Whom to tell.
     *
     * @param routes in order
     * @param secrets the newest first
     */
    public record Target(List<Route> routes, List<WebhookSecret> secrets) {

        @Override
        public String toString() {
            return "Target[secrets=" + secrets.size() + "]";
        }
    }

    /** That of the agency's subscription; a {@link id.tanggap.platform.problem.Problem} if it has no such. */
    public Uni<Target> of(String agency, UUID id) {
        return transactions.read(session -> session.createSelectionQuery(
                        "from Subscription s where s.subscriptionId = :id and s.agency = :agency and s.deletedAt is null",
                        Subscription.class)
                .setParameter("id", id)
                .setParameter("agency", agency)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Subscriptions::unknown)
                .chain(found -> old(session, id).map(old -> target(found, old))));
    }

    private static Uni<List<String>> old(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(OLD_SECRETS, String.class)
                .setParameter("id", id)
                .getResultList();
    }

    private Target target(Subscription found, List<String> old) {
        return new Target(
                found.routes(routes),
                Stream.concat(Stream.of(found.sealedSecret()), old.stream())
                        .map(seal::open)
                        .map(WebhookSecret::parse)
                        .toList());
    }
}
