package id.tanggap.local.replay.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One call as it happened.
 *
 * @param ordinal from 1, in order of time
 * @param number as the gateway passes it on, in any of its ways of writing; empty where it is withheld
 * @param ring from the start to the answer, or to hanging up where {@code abandoned}
 * @param talk from the answer to the end
 * @param sound name of the sound on the line
 * @param dtmf keys pressed, in order
 */
public record PlannedCall(
        int ordinal,
        Kind kind,
        Instant startedAt,
        Duration ring,
        Duration talk,
        boolean abandoned,
        Optional<String> number,
        String sound,
        String dtmf,
        Place place,
        Optional<PlannedReport> report) {

    /** The moment of the answer, or of hanging up where nobody answered. */
    public Instant rungUntil() {
        return startedAt.plus(ring);
    }

    public Instant endedAt() {
        return rungUntil().plus(talk);
    }
}
