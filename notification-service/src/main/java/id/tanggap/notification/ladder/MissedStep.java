package id.tanggap.notification.ladder;

import java.time.Instant;
import java.util.UUID;

/**
 * That an agency has not accepted its part in time.
 *
 * @param id of the escalation
 * @param agency who is late
 * @param clockFrom since when its clock ran
 */
public record MissedStep(
        UUID id,
        String ticketId,
        String number,
        int priority,
        UUID assignmentId,
        String agency,
        Instant clockFrom,
        Instant at) {}
