package id.tanggap.triage.call;

import id.tanggap.triage.place.Position;
import id.tanggap.triage.policy.Disposition;
import id.tanggap.triage.policy.Said;
import java.time.Instant;
import java.util.Optional;

/** What a call near another one says of it, as it was read: not locked, and nothing that is changed here is stored. */
public record CallNearby(
        String callId,
        Optional<String> callerRef,
        Position position,
        Instant startedAt,
        Said said,
        Optional<Disposition> disposition) {}
