package id.tanggap.notification.delivery.policy;

import java.time.Duration;

/**
 * When a delivery that does not get through leaves its channel for the next one. The numbers are our own.
 *
 * @param urgentAttempts what is urgent, after so many failures
 * @param usualAfter everything else, when it fails and has been due for as long as this
 */
public record Escalation(int urgentAttempts, Duration usualAfter) {

    public Escalation {
        if (urgentAttempts < 1 || usualAfter.isNegative()) {
            throw new IllegalArgumentException("at least one attempt, and no negative time");
        }
    }

    boolean isDue(boolean urgent, int attempt, Duration age) {
        return urgent ? attempt >= urgentAttempts : age.compareTo(usualAfter) >= 0;
    }
}
