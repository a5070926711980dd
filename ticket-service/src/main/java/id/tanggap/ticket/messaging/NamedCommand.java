package id.tanggap.ticket.messaging;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What must be readable of a command to tell its agency that the rest is not. */
record NamedCommand(@NotNull UUID commandId, @NotNull UUID ticketId) {}
