package id.tanggap.ticket.assignment;

import id.tanggap.platform.outbox.Outbox;
import id.tanggap.platform.outbox.OutboxEvent;
import id.tanggap.ticket.config.Now;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Answers commands that came over Kafka, each once, in the transaction that carried it out. */
@ApplicationScoped
public class CommandReplies {

    private static final String TYPE = "id.tanggap.ticket.reply.v1";

    private final Outbox outbox;
    private final Now now;

    CommandReplies(Outbox outbox, Now now) {
        this.outbox = outbox;
        this.now = now;
    }

    /** Appends the reply. Its subject is the command, which has this one state. */
    public Uni<Void> append(Mutiny.Session session, CommandReply reply) {
        return outbox.append(
                session,
                new OutboxEvent(
                        "ticket.reply." + reply.agency() + ".v1",
                        reply.ticketId().toString(),
                        TYPE,
                        reply.commandId().toString(),
                        1,
                        now.get(),
                        reply));
    }
}
