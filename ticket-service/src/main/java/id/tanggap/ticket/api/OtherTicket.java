package id.tanggap.ticket.api;

import id.tanggap.platform.text.Storable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Another ticket, and why.
 *
 * @param ticketId of the other one
 */
record OtherTicket(@NotNull UUID ticketId, @NotBlank @Size(max = 500) @Storable String reason) {}
