package id.tanggap.notification.messaging;

import jakarta.validation.constraints.NotBlank;

/** What this service reads of {@code ticket.agency.v1}: only what it sorts by. The whole view is passed on as it came. */
public record AgencyTicket(@NotBlank String ticketId, @NotBlank String agency, @NotBlank String change) {}
