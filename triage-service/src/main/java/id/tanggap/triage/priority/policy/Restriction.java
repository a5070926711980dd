package id.tanggap.triage.priority.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * That a caller is answered after others for some time, or the wish for it.
 *
 * @param length how long it lasts from its confirmation
 * @param first who stands for it, empty for a proposal
 * @param second who stands for more than a day of it
 * @param chainStart since when without a pause of a day the caller has been answered later
 * @param from since when it is in force
 * @param until end by itself: of the restriction, or of the wait for a person
 */
public record Restriction(
        State state,
        Duration length,
        Optional<String> first,
        Optional<String> second,
        Optional<Instant> chainStart,
        Optional<Instant> from,
        Instant until,
        Optional<EndCause> cause) {

    Restriction with(State next) {
        return new Restriction(next, length, first, second, chainStart, from, until, cause);
    }

    Restriction endedBy(EndCause why) {
        return new Restriction(State.ENDED, length, first, second, chainStart, from, until, Optional.of(why));
    }

    Restriction waiting(String person, Instant chain, Instant latest) {
        return new Restriction(
                State.AWAITING_SECOND, length, Optional.of(person), second, Optional.of(chain), from, latest, cause);
    }

    Restriction active(String person, Optional<String> other, Instant chain, Instant now) {
        return new Restriction(
                State.ACTIVE,
                length,
                Optional.of(person),
                other,
                Optional.of(chain),
                Optional.of(now),
                now.plus(length),
                cause);
    }
}
