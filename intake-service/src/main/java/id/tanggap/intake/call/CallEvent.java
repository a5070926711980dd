package id.tanggap.intake.call;

import id.tanggap.intake.call.policy.Signal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Objects;

/** One event of a call as the gateway told it; never changed, but what it says is forgotten with whose call it was. */
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

    /** Whether this event was told so; of a call that was forgotten, as far as is still known. */
    boolean says(Signal other, boolean forgotten) {
        return forgotten ? type == other.type() && at.equals(other.at()) : Objects.equals(signal(), other);
    }
}
