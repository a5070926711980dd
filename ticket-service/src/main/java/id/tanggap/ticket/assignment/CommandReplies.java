package id.tanggap.ticket.assignment;

import id.tanggap.platform.outbox.Outbox;
import id.tanggap.platform.outbox.OutboxEvent;
import id.tanggap.platform.time.Now;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/** Answers commands that came over Kafka, as often as their agency sent them, in the transaction that carried them out. */
@ApplicationScoped
public class CommandReplies {

    private static final String TYPE = "id.tanggap.ticket.reply.v1";

    private final Outbox outbox;
    private final Now now;

    CommandReplies(Outbox outbox, Now now) {
        this.outbox = outbox;
        this.now = now;
    }

    /**
     * Appends the reply. Its subject is the command; were its sequence not to grow with each answer, a reader that discards
     * what is old would never learn that a corrected command was applied.
     */
    public Uni<Void> append(Mutiny.Session session, CommandReply reply) {
        Instant at = now.get();
        return outbox.append(
                session,
                new OutboxEvent(
                        "ticket.reply." + reply.agency() + ".v1",
                        reply.ticketId().toString(),
                        TYPE,
                        reply.commandId().toString(),
                        at.toEpochMilli(),
                        at,
                        reply));
    }
}
