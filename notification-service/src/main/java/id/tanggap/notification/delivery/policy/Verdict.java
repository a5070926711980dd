package id.tanggap.notification.delivery.policy;

import java.time.Instant;
import java.util.Optional;

/** What an attempt's result means for its delivery. */
public sealed interface Verdict {

    /** The HTTP status, if there was an answer. */
    Optional<Integer> httpStatus();

    /** The receiver has it. */
    record Delivered(Optional<Integer> httpStatus) implements Verdict {}

    /** To be tried again, not before {@code at}. */
    record Retry(Optional<Integer> httpStatus, FailureReason reason, Instant at) implements Verdict {}

    /** Given up for good. */
    record Dead(Optional<Integer> httpStatus, FailureReason reason) implements Verdict {}
}
