package id.tanggap.ticket.assignment;

import id.tanggap.ticket.assignment.policy.Action;
import id.tanggap.ticket.assignment.policy.Conclusion;
import id.tanggap.ticket.assignment.policy.Finding;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an agency says of its part of a ticket, over whatever way it came.
 *
 * @param commandId the agency's own: the same again has no second effect
 * @param at the field's own time
 * @param by who says so, as the agency writes it
 * @param finding what was found, with CLOSE
 * @param referTo the agency in charge, with REFER
 */
public record Command(
        UUID commandId,
        UUID ticketId,
        Action action,
        Instant at,
        Optional<String> by,
        Optional<String> note,
        Optional<String> outcome,
        Optional<Finding> finding,
        Optional<String> referTo) {

    /** As exact as the database keeps it: read back, a command equals the one that was stored. */
    public Command {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** A command of which parts may be null that are optional. */
    public static Command of(
            UUID commandId,
            UUID ticketId,
            Action action,
            Instant at,
            String by,
            String note,
            String outcome,
            Finding finding,
            String referTo) {
        return new Command(
                commandId,
                ticketId,
                action,
                at,
                Optional.ofNullable(by),
                Optional.ofNullable(note),
                Optional.ofNullable(outcome),
                Optional.ofNullable(finding),
                Optional.ofNullable(referTo));
    }

    /** What the agency gives as its reason, and who says so. */
    Optional<String> why() {
        return Optional.of(Stream.of(by, note).flatMap(Optional::stream).collect(Collectors.joining(": ")))
                .filter(words -> !words.isEmpty());
    }

    /** How the part ends, if the command ends it. */
    Conclusion conclusion() {
        return new Conclusion(action == Action.REFER ? Optional.of(Finding.REFERRED) : finding, outcome, referTo);
    }
}
