package id.tanggap.local.replay.audit;

import java.util.List;

/** A ticket as ticket-service's interface shows it to the command centre; the leading agency comes first. */
public record SeenTicket(
        String ticketId,
        String number,
        String callId,
        String reportId,
        String category,
        boolean emergency,
        List<String> agencies) {}
