package id.tanggap.intake.api;

import id.tanggap.intake.call.Announcement;
import id.tanggap.intake.call.CallId;
import id.tanggap.intake.call.CallLocation;
import id.tanggap.intake.caller.PhoneNumbers;
import id.tanggap.platform.text.Storable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;

/**
 * A call, as the telephony gateway tells of it.
 *
 * @param from the caller's number as the network gave it; absent if withheld
 * @param to the number that was dialled
 */
record AnnounceRequest(
        @NotNull @CallId String callId,
        @Size(max = 256) @Storable String from,
        @NotBlank @Size(max = 256) @Storable String to,
        @NotNull Instant startedAt,
        @Valid CallLocation location) {

    Announcement announcement(PhoneNumbers numbers, Times times) {
        return new Announcement(
                callId,
                numbers.callerOf(from),
                to.strip(),
                times.plausible("startedAt", startedAt),
                Optional.ofNullable(location).map(found -> located(found, times)));
    }

    private static CallLocation located(CallLocation found, Times times) {
        return new CallLocation(
                found.lat(),
                found.lon(),
                found.radiusM(),
                found.confidence(),
                found.source(),
                found.at() == null ? null : times.plausible("location.at", found.at()));
    }

    /** Leaves the number out: it belongs in no log. */
    @Override
    public String toString() {
        return "AnnounceRequest[" + callId + "]";
    }
}
