package id.tanggap.intake.call.policy;

import id.tanggap.intake.call.CallStatus;
import java.time.Instant;
import java.util.Optional;

/** What the events of a call amount to. */
public record Progress(
        CallStatus status,
        Optional<Instant> answeredAt,
        Optional<Instant> endedAt,
        Optional<String> dtmf,
        Optional<String> transferredTo) {}
