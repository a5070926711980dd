package id.tanggap.triage.call;

import id.tanggap.triage.place.Position;
import id.tanggap.triage.policy.CallStatus;
import id.tanggap.triage.policy.CallerKind;
import id.tanggap.triage.policy.Disposition;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of a call as intake tells it with every change.
 *
 * @param position where the network says the caller is
 */
public record CallState(
        String callId,
        Optional<String> callerRef,
        CallerKind caller,
        CallStatus status,
        Instant startedAt,
        Optional<Instant> answeredAt,
        Optional<Instant> endedAt,
        Optional<String> dtmf,
        Optional<Disposition> disposition,
        Optional<Instant> dispositionAt,
        Optional<Position> position) {}
