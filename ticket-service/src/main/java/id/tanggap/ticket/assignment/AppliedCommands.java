package id.tanggap.ticket.assignment;

import id.tanggap.ticket.assignment.policy.AssignmentStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which commands have had their effect: each id of an agency once, however many ways it comes at the same moment. */
@ApplicationScoped
class AppliedCommands {

    // ON CONFLICT, never a caught duplicate-key error: that would abort the transaction.
    private static final String ADD =
            """
            insert into applied_command
                (agency, command_id, ticket_id, action, status, at, by_name, note, outcome, finding, refer_to, applied_at)
            values (:agency, :id, :ticket, :action, :status, :at, :by, :note, :outcome, :finding, :to, :applied)
            on conflict do nothing
            """;

    Uni<Optional<AppliedCommand>> find(Mutiny.Session session, String agency, UUID commandId) {
        return session.find(AppliedCommand.class, new AppliedCommand.Key(agency, commandId))
                .map(Optional::ofNullable);
    }

    /** Whether this is the first command of this id. One that another transaction is just adding is waited for. */
    Uni<Boolean> add(
            Mutiny.Session session, String agency, Command command, AssignmentStatus status, Instant appliedAt) {
        return session.createNativeQuery(ADD)
                .setParameter("agency", agency)
                .setParameter("id", command.commandId())
                .setParameter("ticket", command.ticketId())
                .setParameter("action", command.action().name())
                .setParameter("status", status.name())
                .setParameter("at", command.at().atOffset(ZoneOffset.UTC))
                .setParameter("by", command.by().orElse(null))
                .setParameter("note", command.note().orElse(null))
                .setParameter("outcome", command.outcome().orElse(null))
                .setParameter("finding", command.finding().map(Enum::name).orElse(null))
                .setParameter("to", command.referTo().orElse(null))
                .setParameter("applied", appliedAt.atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .map(rows -> rows == 1);
    }
}
