package id.tanggap.notification.subscription;

import id.tanggap.notification.config.WebhookConfig;
import id.tanggap.notification.webhook.policy.WebhookSecret;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.seal.Seal;
import id.tanggap.platform.time.Now;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Changes a subscription's signing secret without a moment in which its receiver could not verify: the old one signs beside
 * the new one until it ends.
 */
@ApplicationScoped
public class Secrets {

    private static final Logger LOG = Logger.getLogger(Secrets.class);
    /** More would only make the header longer: whoever asks for yet another should end the old ones first. */
    private static final int OLD_AT_MOST = 2;

    private static final ProblemType LIMIT =
            new ProblemType("too-many-secrets", 409, "The subscription has as many old secrets as it may");

    private static final String FORGET_ENDED =
            "delete from retired_secret where subscription_id = :id and ends_at <= now()";

    private static final String FORGET_ALL = "delete from retired_secret where subscription_id = :id";

    private static final String COUNT = "select count(*) from retired_secret where subscription_id = :id";

    private static final String RETIRE =
            """
            insert into retired_secret (subscription_id, retired_at, sealed_secret, ends_at)
            values (:id, clock_timestamp(), :sealed, :endsAt)
            """;

    private final Transactions transactions;
    private final WebhookConfig config;
    private final Seal seal;
    private final Now now;
    private final SecureRandom random = new SecureRandom();

    Secrets(Transactions transactions, WebhookConfig config, Seal seal, Now now) {
        this.transactions = transactions;
        this.config = config;
        this.seal = seal;
        this.now = now;
    }

    /**
     * A new secret, which nobody can read again.
     *
     * @param oldUntil until when its predecessor signs beside it
     */
    public record Rotated(WebhookSecret secret, Instant oldUntil) {}

    /**
     * Gives the agency's subscription a new secret. Who did not get the answer asks again: the secret in use until then is
     * still among the old ones. A {@link Problem} if there are too many of these, or no such subscription.
     */
    public Uni<Rotated> rotate(String agency, UUID id) {
        WebhookSecret secret = WebhookSecret.generate(random);
        Instant oldUntil = now.get().plus(config.oldSecretLife());
        return transactions
                .inTransaction(session -> Subscriptions.locked(session, agency, id)
                        .call(() -> forget(session, FORGET_ENDED, id))
                        .call(() -> session.createNativeQuery(COUNT, Long.class)
                                .setParameter("id", id)
                                .getSingleResult()
                                .invoke(old -> {
                                    if (old >= OLD_AT_MOST) {
                                        throw Problem.of(LIMIT, "End the old ones first, or wait until they end.");
                                    }
                                }))
                        .call(found -> session.createNativeQuery(RETIRE)
                                .setParameter("id", id)
                                .setParameter("sealed", found.sealedSecret())
                                .setParameter("endsAt", oldUntil)
                                .executeUpdate())
                        .invoke(found -> found.sign(seal.seal(secret.reveal()))))
                .invoke(() -> LOG.infof("event=secret-rotated agency=%s subscription=%s", agency, id))
                .replaceWith(new Rotated(secret, oldUntil));
    }

    /** Has only the newest secret sign from now on. */
    public Uni<Void> endOld(String agency, UUID id) {
        return transactions.inTransaction(session -> Subscriptions.locked(session, agency, id)
                .chain(() -> forget(session, FORGET_ALL, id))
                .invoke(ended ->
                        LOG.infof("event=old-secrets-ended agency=%s subscription=%s ended=%d", agency, id, ended))
                .replaceWithVoid());
    }

    private static Uni<Integer> forget(Mutiny.Session session, String which, UUID id) {
        return session.createNativeQuery(which).setParameter("id", id).executeUpdate();
    }
}
