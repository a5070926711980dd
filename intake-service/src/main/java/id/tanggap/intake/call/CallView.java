package id.tanggap.intake.call;

import id.tanggap.intake.caller.CallerKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A call as operators see it.
 *
 * @param announced false while only events or a person's word on it have come
 * @param number the caller's, in the view of a single call only
 * @param forgottenAt when number, place and whatever else names anybody was taken out, its time being over
 */
public record CallView(
        String callId,
        boolean announced,
        CallStatus status,
        Optional<CallerKind> callerKind,
        Optional<String> callerRef,
        Optional<String> number,
        Optional<String> to,
        Instant startedAt,
        Optional<Instant> answeredAt,
        Optional<Instant> endedAt,
        Optional<String> dtmf,
        Optional<String> transferredTo,
        Optional<Disposition> disposition,
        Optional<Instant> dispositionAt,
        Optional<String> dispositionBy,
        Optional<UUID> reportId,
        Optional<CallLocation> location,
        Optional<Assessment> assessment,
        Optional<Instant> forgottenAt) {}
