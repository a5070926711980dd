package id.tanggap.triage.corroboration;

import id.tanggap.triage.policy.Disposition;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Another call near in time.
 *
 * @param caller its caller's reference; a caller without one (no SIM, number withheld) cannot be told from another, so it
 *     never counts as an independent witness
 * @param metres from the call in question, between the best known positions
 * @param apart between the beginnings of both calls, never negative
 * @param reported whether an operator took a report of it
 * @param kinds what its report speaks of, in the words of {@link Kind}
 */
public record Neighbour(
        Optional<String> caller,
        double metres,
        Duration apart,
        boolean reported,
        Set<Kind> kinds,
        Optional<Disposition> disposition) {}
