package id.tanggap.notification.delivery;

import id.tanggap.notification.delivery.policy.AttemptResult;
import java.time.Duration;
import java.util.Optional;

/**
 * One attempt that is over.
 *
 * @param sealedAnswer the beginning of what the receiver said
 */
record Attempt(AttemptResult result, Duration took, Optional<String> sealedAnswer) {}
