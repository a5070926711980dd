package id.tanggap.triage.learning;

import id.tanggap.triage.policy.Milestone;
import java.time.Duration;
import java.util.Optional;

/** When of a call a snapshot is taken to learn from. */
enum Moment {
    S5,
    S10,
    END;

    /** A snapshot this much later than its moment would teach of another one. */
    private static final Duration LATE = Duration.ofSeconds(2);

    /** The moment of a milestone that has just passed, if there is one and it was not missed. */
    static Optional<Moment> of(Milestone passed, Duration sinceAnswer) {
        if (sinceAnswer.minus(passed.at()).compareTo(LATE) > 0) {
            return Optional.empty();
        }
        return switch (passed) {
            case S3 -> Optional.empty();
            case S5 -> Optional.of(S5);
            case S10 -> Optional.of(S10);
        };
    }
}
