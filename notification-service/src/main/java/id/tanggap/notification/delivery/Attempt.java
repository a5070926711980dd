package id.tanggap.notification.delivery;

import id.tanggap.notification.delivery.policy.AttemptResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One attempt that is over.
 *
 * @param sealedAnswer the beginning of what the receiver said
 * @param receiptIds by which later receipts name the message
 */
record Attempt(AttemptResult result, Duration took, Optional<String> sealedAnswer, List<String> receiptIds) {}
