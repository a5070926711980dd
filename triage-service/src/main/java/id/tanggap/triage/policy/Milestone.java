package id.tanggap.triage.policy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Moments after the answer at which a call is told of whatever has changed; an operator decides within these seconds. */
public enum Milestone {
    S3(Duration.ofSeconds(3)),
    S5(Duration.ofSeconds(5)),
    S10(Duration.ofSeconds(10));

    private final Duration at;

    Milestone(Duration at) {
        this.at = at;
    }

    public Duration at() {
        return at;
    }

    /** Those that lie after {@code before} and not after {@code now}, both counted from the answer. */
    public static List<Milestone> between(Duration before, Duration now) {
        return Arrays.stream(values())
                .filter(each -> each.at.compareTo(before) > 0 && each.at.compareTo(now) <= 0)
                .toList();
    }
}
