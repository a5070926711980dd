package id.tanggap.notification.subscription;

import id.tanggap.notification.config.WebhookConfig;
import id.tanggap.notification.webhook.policy.WebhookSecret;
import id.tanggap.notification.webhook.policy.WebhookUrl;
import id.tanggap.platform.seal.Seal;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Knows where a subscription's webhooks go, and by what they are signed. */
@ApplicationScoped
public class Targets {

    private static final String OLD_SECRETS =
            """
            select sealed_secret from retired_secret
             where subscription_id = :id and ends_at > now() order by retired_at desc
            """;

    private final Transactions transactions;
    private final WebhookConfig config;
    private final Seal seal;

    Targets(Transactions transactions, WebhookConfig config, Seal seal) {
        this.transactions = transactions;
        this.config = config;
        this.seal = seal;
    }

    /** @param secrets the newest first */
    public record Target(WebhookUrl url, List<WebhookSecret> secrets) {

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
                WebhookUrl.parse(found.url(), config.allowInsecure()),
                Stream.concat(Stream.of(found.sealedSecret()), old.stream())
                        .map(seal::open)
                        .map(WebhookSecret::parse)
                        .toList());
    }
}
