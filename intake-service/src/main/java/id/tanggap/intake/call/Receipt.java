package id.tanggap.intake.call;

import id.tanggap.intake.caller.CallerKind;
import java.time.Instant;
import java.util.Optional;

/** What is answered to an announcement, the same each time: nothing in it changes as the call goes on. */
public record Receipt(
        String callId,
        CallerKind callerKind,
        Optional<String> callerRef,
        String to,
        Instant startedAt,
        Optional<CallLocation> location) {}
