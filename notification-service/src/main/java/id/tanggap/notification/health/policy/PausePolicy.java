package id.tanggap.notification.health.policy;

import id.tanggap.notification.delivery.policy.RetrySchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides when a subscription is sent nothing more but probes, and when it is sent everything again.
 *
 * @param failingFor paused when nothing has arrived for as long as this, and
 * @param failures so many attempts have failed meanwhile: a quiet night is no failure
 * @param probes waits between probes
 */
public record PausePolicy(Duration failingFor, int failures, RetrySchedule probes) {

    /** Why a subscription came back: a probe arrived. */
    public static final String PROBE_ARRIVED = "PROBE_ARRIVED";
    /** Why a subscription came back: its owner says that it is well. */
    public static final String ENABLED = "ENABLED";

    public PausePolicy {
        if (failures < 1) {
            throw new IllegalArgumentException("at least one failure, not " + failures);
        }
    }

    /** After something arrived. What was on its way when the receiver said that it wants no more does not enable it. */
    public Health arrived(Health health, Instant now) {
        return switch (health.state()) {
            case ACTIVE -> Health.active(health.since(), health.why());
            case PAUSED -> Health.active(now, Optional.of(PROBE_ARRIVED));
            case DISABLED -> health;
        };
    }

    /**
     * After something did not arrive.
     *
     * @param why the reason
     * @param probe whether it was sent as a probe; what was on its way when the pause began says nothing new
     * @param random uniform in 0..1, for jitter
     */
    public Health failed(Health health, String why, boolean probe, Instant now, double random) {
        return switch (health.state()) {
            case ACTIVE -> failedActive(health, why, now, random);
            case PAUSED ->
                probe ? paused(health, health.since(), health.why(), health.probes() + 1, now, random) : health;
            case DISABLED -> health;
        };
    }

    /** After the receiver answered that it wants no more. */
    public Health gone(Health health, String why, Instant now) {
        return health.state() == SubscriptionState.DISABLED
                ? health
                : new Health(
                        SubscriptionState.DISABLED,
                        now,
                        Optional.of(why),
                        health.failures() + 1,
                        Optional.of(health.failingSince().orElse(now)),
                        0,
                        Optional.empty(),
                        Optional.empty());
    }

    /** After its owner has said that the receiver is well. */
    public Health enabled(Health health, Instant now) {
        return health.state() == SubscriptionState.ACTIVE ? health : Health.active(now, Optional.of(ENABLED));
    }

    private Health failedActive(Health health, String why, Instant now, double random) {
        Instant first = health.failingSince().orElse(now);
        int count = health.failures() + 1;
        if (count >= failures && !now.isBefore(first.plus(failingFor))) {
            return paused(health, now, Optional.of(why), 0, now, random);
        }
        return new Health(
                SubscriptionState.ACTIVE,
                health.since(),
                health.why(),
                count,
                Optional.of(first),
                0,
                Optional.empty(),
                Optional.empty());
    }

    private Health paused(
            Health health, Instant since, Optional<String> why, int failedProbes, Instant now, double random) {
        return new Health(
                SubscriptionState.PAUSED,
                since,
                why,
                health.failures() + 1,
                Optional.of(health.failingSince().orElse(now)),
                failedProbes,
                Optional.of(now),
                Optional.of(now.plus(probes.pause(failedProbes + 1, random))));
    }
}
