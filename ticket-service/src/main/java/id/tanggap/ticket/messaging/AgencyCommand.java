package id.tanggap.ticket.messaging;

import id.tanggap.platform.text.Storable;
import id.tanggap.ticket.assignment.Command;
import id.tanggap.ticket.assignment.policy.Action;
import id.tanggap.ticket.assignment.policy.Finding;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/** Payload of ticket.command.&lt;agency&gt;.v1. */
record AgencyCommand(
        @NotNull UUID commandId,
        @NotNull UUID ticketId,
        @NotNull Action action,
        @NotNull Instant at,
        @Size(max = 200) @Storable String by,
        @Size(max = 2000) @Storable String note,
        @Size(max = 200) @Storable String outcome,
        Finding finding,
        @Size(max = 20) @Storable String referTo) {

    Command toCommand() {
        return Command.of(commandId, ticketId, action, at, by, note, outcome, finding, referTo);
    }
}
