package id.tanggap.ticket.assignment;

import id.tanggap.ticket.assignment.policy.Action;
import id.tanggap.ticket.assignment.policy.AssignmentStatus;
import id.tanggap.ticket.assignment.policy.Finding;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A command that has had its effect; written by {@link AppliedCommands} only. */
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

    @Enumerated(EnumType.STRING)
    Finding finding;

    String referTo;

    protected AppliedCommand() {}

    /** Whether it is this command, in every part of it. */
    boolean isOf(Command command) {
        return command.equals(
                Command.of(key.commandId(), ticketId, action, at, byName, note, outcome, finding, referTo));
    }
}
