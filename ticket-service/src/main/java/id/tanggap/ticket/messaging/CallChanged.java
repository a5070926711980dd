package id.tanggap.ticket.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.ticket.callback.CallChange;
import id.tanggap.ticket.callback.policy.CallFacts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** What this service reads of intake.call.v1. */
record CallChanged(
        @NotBlank @Size(max = 200) String callId,
        @NotBlank String status,
        @Size(max = 200) String callerRef,
        String callerKind,
        JsonNode location,
        String disposition) {

    /** The only kind of caller of whom the network has told no number at all. */
    private static final String WITHHELD = "WITHHELD";

    /**
     * A status or disposition that is yet to be invented counts as none, and a kind of caller as one who can be reached: it must not
     * keep anybody from being rung back.
     */
    CallChange toChange() {
        return new CallChange(
                callId,
                Optional.ofNullable(callerRef),
                !WITHHELD.equals(callerKind) || location != null && !location.isNull(),
                Names.find(CallFacts.Ending.class, status),
                Names.find(CallFacts.Disposition.class, disposition));
    }
}
