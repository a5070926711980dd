package id.tanggap.intake.call;

import id.tanggap.intake.caller.Caller;
import java.time.Instant;
import java.util.Optional;

/**
 * A call as the gateway announces it.
 *
 * @param called the number that was dialled
 * @param startedAt whole milliseconds
 */
public record Announcement(
        String callId, Caller caller, String called, Instant startedAt, Optional<CallLocation> location) {

    /** The same text for the same announcement; holds the caller's number, so it is only ever fingerprinted. */
    String canonical() {
        return String.join(
                "\n",
                callId,
                caller.kind().name(),
                caller.number().orElse(""),
                called,
                startedAt.toString(),
                location.map(CallLocation::toString).orElse(""));
    }
}
