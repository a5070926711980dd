package id.tanggap.notification.health.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * How a subscription's receiver is doing.
 *
 * @param since when it came into this state
 * @param why it did: the reason of the failure, or {@code PROBE_ARRIVED} or {@code ENABLED}
 * @param failures attempts that failed since the last one that arrived
 * @param failingSince when the first of these failed
 * @param probes of these, probes of a paused subscription
 * @param probedAt when the last probe failed, or the pause began
 * @param probeAt when the next probe may go
 */
public record Health(
        SubscriptionState state,
        Instant since,
        Optional<String> why,
        int failures,
        Optional<Instant> failingSince,
        int probes,
        Optional<Instant> probedAt,
        Optional<Instant> probeAt) {

    static Health active(Instant since, Optional<String> why) {
        return new Health(
                SubscriptionState.ACTIVE, since, why, 0, Optional.empty(), 0, Optional.empty(), Optional.empty());
    }
}
