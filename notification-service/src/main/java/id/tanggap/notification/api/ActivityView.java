package id.tanggap.notification.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import id.tanggap.notification.delivery.DeliveryActivity;
import id.tanggap.notification.delivery.DeliveryActivity.Activity;
import id.tanggap.notification.health.SubscriptionHealth;
import id.tanggap.notification.health.policy.Health;
import id.tanggap.notification.health.policy.SubscriptionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How a subscription is doing.
 *
 * @param reason why it is in this state
 * @param failures attempts that failed since the last one that arrived
 * @param successRate of the deliveries that ended in the window, 0..1
 * @param arrivalMillis from when a delivery was due until it had arrived
 * @param answerMillis how long the receiver took to answer
 * @param waiting deliveries on their way
 * @param held of these, until quiet hours are over
 * @param nextAttemptAt when the next one is tried, of a paused subscription the next probe; absent if nothing is
 * @param lastAnswer the last attempt and what came of it
 * @param last deliveries, newest first
 */
public record ActivityView(
        UUID subscriptionId,
        String agency,
        SubscriptionState state,
        Instant since,
        Optional<String> reason,
        int failures,
        Optional<Instant> failingSince,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration window,
        long delivered,
        long dead,
        long attempts,
        Optional<Double> successRate,
        Optional<DeliveryActivity.Times> arrivalMillis,
        Optional<DeliveryActivity.Times> answerMillis,
        long waiting,
        long held,
        Optional<Instant> nextAttemptAt,
        Optional<DeliveryView> lastAnswer,
        List<DeliveryView> last) {

    static ActivityView of(
            SubscriptionHealth kept,
            Duration window,
            Activity activity,
            Optional<DeliveryView> lastAnswer,
            List<DeliveryView> last) {
        Health health = kept.health();
        return new ActivityView(
                kept.subscriptionId(),
                kept.agency(),
                health.state(),
                health.since(),
                health.why(),
                health.failures(),
                health.failingSince(),
                window,
                activity.recent().delivered(),
                activity.recent().dead(),
                activity.recent().attempts(),
                activity.recent().successRate(),
                activity.recent().arrival(),
                activity.recent().answer(),
                activity.waiting().deliveries(),
                activity.waiting().held(),
                next(health, activity.waiting().next()),
                lastAnswer,
                last);
    }

    private static Optional<Instant> next(Health health, Optional<Instant> due) {
        return switch (health.state()) {
            case ACTIVE -> due;
            // A probe is one of those that wait.
            case PAUSED -> due.isEmpty() ? due : health.probeAt();
            case DISABLED -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return "ActivityView[subscriptionId=" + subscriptionId + "]";
    }
}
