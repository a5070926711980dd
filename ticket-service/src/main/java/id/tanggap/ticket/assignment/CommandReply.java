package id.tanggap.ticket.assignment;

import id.tanggap.platform.problem.ProblemType;
import java.util.Optional;
import java.util.UUID;

/**
 * Payload of ticket.reply.&lt;agency&gt;.v1, and the answer to a command over REST.
 *
 * @param status to which the command led, in EIDO's words; empty if it was rejected
 */
public record CommandReply(
        UUID commandId, UUID ticketId, String agency, Result result, Optional<Reason> reason, Optional<String> status) {

    /** Whether the command has had its effect. */
    public enum Result {
        APPLIED,
        REJECTED
    }

    /** Why not, as an RFC 9457 problem says it. */
    public record Reason(String type, String title, String detail) {}

    /** The reply to this command. */
    public static CommandReply of(String agency, Command command, CommandOutcome outcome) {
        return switch (outcome) {
            case CommandOutcome.Applied applied ->
                new CommandReply(
                        command.commandId(),
                        command.ticketId(),
                        agency,
                        Result.APPLIED,
                        Optional.empty(),
                        Optional.of(applied.status().eido()));
            case CommandOutcome.Rejected(var type, var detail, var field) ->
                rejected(agency, command.commandId(), command.ticketId(), type, detail);
        };
    }

    /** The reply to a command that has no effect. */
    public static CommandReply rejected(String agency, UUID commandId, UUID ticketId, ProblemType type, String detail) {
        return new CommandReply(
                commandId,
                ticketId,
                agency,
                Result.REJECTED,
                Optional.of(new Reason(type.uri().toString(), type.title(), detail)),
                Optional.empty());
    }
}
