package id.tanggap.ticket.api;

import id.tanggap.platform.text.Storable;
import id.tanggap.ticket.assignment.Command;
import id.tanggap.ticket.assignment.policy.Action;
import id.tanggap.ticket.assignment.policy.Finding;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/** A command as an agency sends it over REST: as ticket.command.v1 has it, without the ticket. */
public record CommandRequest(
        @NotNull UUID commandId,
        @NotNull Action action,
        @NotNull Instant at,
        @Size(max = 200) @Storable String by,
        @Size(max = 2000) @Storable String note,
        @Size(max = 200) @Storable String outcome,
        Finding finding,
        @Size(max = 20) @Storable String referTo) {

    Command forTicket(UUID ticketId) {
        return Command.of(commandId, ticketId, action, at, by, note, outcome, finding, referTo);
    }
}
