package id.tanggap.notification.delivery.policy;

import java.time.Instant;
import java.util.Optional;

/** What an attempt's result means for its delivery. */
public sealed interface Verdict {

    /** The HTTP status, if there was an answer. */
    Optional<Integer> httpStatus();

    /** Why it did not arrive, if it did not. */
    default Optional<FailureReason> failure() {
        return Optional.empty();
    }

    /** The receiver has it. */
    record Delivered(Optional<Integer> httpStatus) implements Verdict {}

    /** To be tried again over the same channel, not before {@code at}. */
    record Retry(Optional<Integer> httpStatus, FailureReason reason, Instant at) implements Verdict {

        @Override
        public Optional<FailureReason> failure() {
            return Optional.of(reason);
        }
    }

    /** To be tried over the next channel, at once; what its channel kept back was no attempt. */
    record NextChannel(Optional<Integer> httpStatus, FailureReason reason) implements Verdict {

        @Override
        public Optional<FailureReason> failure() {
            return Optional.of(reason);
        }
    }

    /** The channel has kept it back: as if it had not been taken, but not before {@code at}. */
    record KeptBack(FailureReason reason, Instant at) implements Verdict {

        @Override
        public Optional<Integer> httpStatus() {
            return Optional.empty();
        }

        @Override
        public Optional<FailureReason> failure() {
            return Optional.of(reason);
        }
    }

    /** Given up for good. */
    record Dead(Optional<Integer> httpStatus, FailureReason reason) implements Verdict {

        @Override
        public Optional<FailureReason> failure() {
            return Optional.of(reason);
        }
    }
}
