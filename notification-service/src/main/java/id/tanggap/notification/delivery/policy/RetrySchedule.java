package id.tanggap.notification.delivery.policy;

import java.time.Duration;

/**
 * Exponential back-off: each wait twice the one before, up to the longest, spread by jitter so that receivers that failed
 * together are not asked again together.
 *
 * @param first wait after the first failure
 * @param longest no wait is longer, before jitter
 * @param jitter 0..1: the wait is drawn between {@code 1 - jitter} and {@code 1 + jitter} times the nominal one
 */
public record RetrySchedule(Duration first, Duration longest, double jitter) {

    public RetrySchedule {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("waits must be positive and the longest not below the first");
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter is between 0 and 1, not " + jitter);
        }
    }

    /**
     * How long to wait after so many failed attempts.
     *
     * @param attempts from 1
     * @param random uniform in 0..1
     */
    public Duration pause(int attempts, double random) {
        // 2^30 times any first wait is beyond any longest one, and still no overflow.
        long factor = 1L << Math.min(attempts - 1, 30);
        long nominal = Math.min(longest.toMillis(), first.toMillis() * factor);
        return Duration.ofMillis(Math.max(1, Math.round(nominal * (1 + jitter * (2 * random - 1)))));
    }
}
