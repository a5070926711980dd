package id.tanggap.notification.delivery.policy;

/**
 * How news of some urgency is tried again.
 *
 * @param maxAttempts from 1
 */
public record Patience(RetrySchedule schedule, int maxAttempts) {

    public Patience {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("at least one attempt, not " + maxAttempts);
        }
    }
}
