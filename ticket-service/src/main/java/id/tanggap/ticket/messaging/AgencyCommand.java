package id.tanggap.ticket.messaging;

import id.tanggap.platform.text.Storable;
import id.tanggap.ticket.assignment.Command;
import id.tanggap.ticket.assignment.policy.Action;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Payload of ticket.command.&lt;agency&gt;.v1. */
record AgencyCommand(
        @NotNull UUID commandId,
        @NotNull UUID ticketId,
        @NotNull Action action,
        @NotNull Instant at,
        @Size(max = 200) @Storable String by,
        @Size(max = 2000) @Storable String note,
        @Size(max = 200) @Storable String outcome) {

    Command toCommand() {
        return new Command(
                commandId,
                ticketId,
                action,
                at,
                Optional.ofNullable(by),
                Optional.ofNullable(note),
                Optional.ofNullable(outcome));
    }
}
