package id.tanggap.intake.call;

import java.time.Instant;
import java.util.Optional;

/**
 * Which calls to list.
 *
 * @param from earliest start, inclusive
 * @param to latest start, exclusive
 * @param after the last call of the part before
 */
public record CallFilter(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Disposition> disposition,
        Optional<After> after,
        int limit) {

    /** A place in the list. */
    public record After(Instant startedAt, String callId) {}
}
