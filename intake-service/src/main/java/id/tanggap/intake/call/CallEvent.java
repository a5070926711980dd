package id.tanggap.intake.call;

import id.tanggap.intake.call.policy.Signal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Objects;

/** One event of a call as the gateway told it; never changed. */
@Entity
@IdClass(CallEvent.Key.class)
class CallEvent {

    /** A call's event by the gateway's count. */
    record Key(String callId, int seq) {}

    @Id
    String callId;

    @Id
    int seq;

    @Enumerated(EnumType.STRING)
    CallEventType type;

    Instant at;
    String digits;
    String transferTo;
    Instant receivedAt;

    protected CallEvent() {}

    CallEvent(String callId, Signal signal, Instant receivedAt) {
        this.callId = callId;
        this.seq = signal.seq();
        this.type = signal.type();
        this.at = signal.at();
        this.digits = signal.digits();
        this.transferTo = signal.transferTo();
        this.receivedAt = receivedAt;
    }

    Signal signal() {
        return new Signal(seq, type, at, digits, transferTo);
    }

    boolean says(Signal other) {
        return Objects.equals(signal(), other);
    }
}
