package id.tanggap.ticket.assignment;

import id.tanggap.ticket.assignment.policy.Action;
import id.tanggap.ticket.assignment.policy.AssignmentStatus;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A command that has had its effect. */
@Entity
public class AppliedCommand {

    /** A command's identity is its agency's own: no agency can use up another's. */
    @Embeddable
    record Key(String agency, UUID commandId) implements Serializable {}

    @EmbeddedId
    Key key;

    UUID ticketId;

    @Enumerated(EnumType.STRING)
    Action action;

    @Enumerated(EnumType.STRING)
    AssignmentStatus status;

    Instant at;
    String byName;
    String note;
    String outcome;
    Instant appliedAt;

    protected AppliedCommand() {}

    AppliedCommand(String agency, Command command, AssignmentStatus status, Instant appliedAt) {
        this.key = new Key(agency, command.commandId());
        this.ticketId = command.ticketId();
        this.action = command.action();
        this.status = status;
        this.at = command.at();
        this.byName = command.by().orElse(null);
        this.note = command.note().orElse(null);
        this.outcome = command.outcome().orElse(null);
        this.appliedAt = appliedAt;
    }

    boolean isOf(Command command) {
        return ticketId.equals(command.ticketId()) && action == command.action();
    }
}
