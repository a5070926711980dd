package id.tanggap.notification.feed.policy;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a stream begins.
 *
 * @param after the last position that the client is taken to have
 * @param gap what lies between that and the client's own claim and cannot be sent any more
 */
public record ResumePoint(long after, Optional<Gap> gap) {

    /**
     * Events that a client asked for and cannot get from here: it has to read the tickets themselves again.
     *
     * @param requested position after which the client wanted to go on
     * @param resumedAfter position after which the stream goes on instead
     */
    public record Gap(long requested, long resumedAfter) {}

    /**
     * Without a request the stream begins with what comes next. A position older than the oldest kept, or one that this
     * feed never reached (its database was restored), is answered by all that is kept and by saying so: silence
     * would look like completeness.
     *
     * @param oldest oldest position kept, {@code latest + 1} if none is
     * @param latest newest position given, 0 if none was
     */
    public static ResumePoint of(OptionalLong requested, long oldest, long latest) {
        if (requested.isEmpty()) {
            return new ResumePoint(latest, Optional.empty());
        }
        long wanted = requested.getAsLong();
        if (wanted > latest || wanted < oldest - 1) {
            long start = oldest - 1;
            // 0 is what a client says that has nothing yet: it takes what there is.
            return new ResumePoint(start, wanted == 0 ? Optional.empty() : Optional.of(new Gap(wanted, start)));
        }
        return new ResumePoint(wanted, Optional.empty());
    }
}
