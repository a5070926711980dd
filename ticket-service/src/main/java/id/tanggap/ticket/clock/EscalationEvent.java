package id.tanggap.ticket.clock;

import id.tanggap.platform.outbox.Unsealed;
import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.clock.policy.Step;
import id.tanggap.ticket.ticket.Ticket;
import id.tanggap.ticket.ticket.TicketClock;
import java.time.Instant;
import java.util.UUID;

/**
 * Payload of ticket.escalation.v1: an agency has not done by some time what it was to do. Without text and person.
 *
 * @param status of the agency's part, in EIDO's words
 * @param clockFrom since when its clock ran
 * @param dueAt by when it was to take the step
 * @param dutyOfficer whether the command centre has a part from now on, or was already there and is to see to it
 */
record EscalationEvent(
        UUID escalationId,
        UUID ticketId,
        String number,
        String category,
        int priority,
        boolean lifeThreat,
        boolean emergency,
        UUID assignmentId,
        String agency,
        Role role,
        String status,
        Step step,
        Instant clockFrom,
        Instant dueAt,
        Instant escalatedAt,
        boolean dutyOfficer)
        implements Unsealed {

    static final String TOPIC = "ticket.escalation.v1";
    static final String TYPE = "id.tanggap.ticket.escalation.v1";

    static EscalationEvent of(UUID id, Ticket ticket, TicketClock.Missed missed, Instant at) {
        Ticket.Gist gist = ticket.gist();
        var part = missed.assignment();
        return new EscalationEvent(
                id,
                ticket.id(),
                gist.number(),
                gist.category(),
                gist.priority(),
                gist.lifeThreat(),
                gist.emergency(),
                part.id(),
                part.agency(),
                part.role(),
                part.progress().status().eido(),
                missed.due().step(),
                missed.from(),
                missed.due().at(),
                at,
                missed.due().dutyOfficer());
    }
}
