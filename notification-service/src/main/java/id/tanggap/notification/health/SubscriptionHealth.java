package id.tanggap.notification.health;

import id.tanggap.notification.health.policy.Health;
import id.tanggap.notification.health.policy.SubscriptionState;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The health of one subscription as it is kept; the database makes it with the subscription. */
@Entity
public class SubscriptionHealth {

    @Id
    private UUID subscriptionId;

    private String agency;

    @Enumerated(EnumType.STRING)
    private SubscriptionState state;

    private Instant since;
    private String why;
    private long version;
    private int failures;
    private Instant failingSince;
    private int probes;
    private Instant probedAt;
    private Instant probeAt;

    protected SubscriptionHealth() {}

    /** Keeps this health instead; whether that is another state, which has then another version. */
    boolean become(Health health) {
        boolean other = health.state() != state;
        if (other) {
            version++;
        }
        keep(health);
        return other;
    }

    private void keep(Health health) {
        state = health.state();
        since = health.since();
        why = health.why().orElse(null);
        failures = health.failures();
        failingSince = health.failingSince().orElse(null);
        probes = health.probes();
        probedAt = health.probedAt().orElse(null);
        probeAt = health.probeAt().orElse(null);
    }

    public UUID subscriptionId() {
        return subscriptionId;
    }

    public String agency() {
        return agency;
    }

    /** Goes up with each change of the state, from 1. */
    public long version() {
        return version;
    }

    public Health health() {
        return new Health(
                state,
                since,
                Optional.ofNullable(why),
                failures,
                Optional.ofNullable(failingSince),
                probes,
                Optional.ofNullable(probedAt),
                Optional.ofNullable(probeAt));
    }
}
