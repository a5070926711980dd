package id.tanggap.intake.call.policy;

import id.tanggap.intake.call.CallEventType;
import java.time.Instant;

/**
 * One event of a call.
 *
 * @param seq the gateway's own count, which orders the events of a call whatever the order of their arrival
 * @param digits pressed keys of a {@code DTMF}, else null; null, too, once they are forgotten
 * @param transferTo where a {@code TRANSFERRED} went, else null
 */
public record Signal(int seq, CallEventType type, Instant at, String digits, String transferTo) {

    /** Whether it can be of a call that started then. */
    public boolean canBeOf(Instant startedAt) {
        return PlausibleTime.faultWithinCall(at, startedAt).isEmpty();
    }
}
