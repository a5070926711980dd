package id.tanggap.triage.corroboration;

import id.tanggap.triage.call.CallNearby;
import id.tanggap.triage.place.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a witness says to calls nearby: that at this place, when their call began, there was something of these kinds.
 *
 * @param caller the witness; one who cannot be told from others is none
 */
public record Testimony(String caller, Position position, Instant startedAt, Set<Kind> kinds) {

    /** Whether it makes that call more credible. */
    boolean speaksFor(CallNearby call) {
        Neighbour witness = new Neighbour(
                Optional.of(caller),
                position.metresTo(call.position()),
                Duration.between(startedAt, call.startedAt()).abs(),
                true,
                kinds,
                Optional.empty());
        return CorroborationPolicy.speaksFor(witness, call.callerRef(), Witnesses.kinds(call.said()));
    }
}
