package id.tanggap.intake.call.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a part of a call took by the call's own times, whenever and in whatever order they were told. */
public final class Elapsed {

    /** Nobody lets it ring for longer, and no operator listens for longer before reporting: a wrong clock or a wrong day. Judgement. */
    public static final Duration LONGEST = Duration.ofHours(1);

    private Elapsed() {}

    /** Empty for what no call can have taken: less than nothing, or more than {@link #LONGEST}. */
    public static Optional<Duration> between(Instant from, Instant to) {
        return Optional.of(Duration.between(from, to))
                .filter(took -> !took.isNegative() && took.compareTo(LONGEST) <= 0);
    }
}
