package id.tanggap.intake.call;

import id.tanggap.intake.caller.CallerKind;
import java.time.Instant;
import java.util.Optional;

/** Payload of {@code intake.call.v1}: the whole state of a call after a change, without the caller's number. */
record CallChanged(
        String callId,
        CallChange change,
        CallStatus status,
        Optional<String> callerRef,
        CallerKind callerKind,
        String to,
        Instant startedAt,
        Optional<Instant> answeredAt,
        Optional<Instant> endedAt,
        Optional<String> dtmf,
        Optional<String> transferredTo,
        Optional<Disposition> disposition,
        Optional<Instant> dispositionAt,
        Optional<CallLocation> location) {

    static final String TOPIC = "intake.call.v1";
    static final String TYPE = "id.tanggap.intake.call.v1";

    static CallChanged of(Call c, CallChange change, Optional<CallLocation> location) {
        return new CallChanged(
                c.callId,
                change,
                c.status,
                Optional.ofNullable(c.callerRef),
                c.callerKind,
                c.called,
                c.startedAt,
                Optional.ofNullable(c.answeredAt),
                Optional.ofNullable(c.endedAt),
                Optional.ofNullable(c.dtmf),
                Optional.ofNullable(c.transferredTo),
                Optional.ofNullable(c.disposition),
                Optional.ofNullable(c.dispositionAt),
                location);
    }
}
