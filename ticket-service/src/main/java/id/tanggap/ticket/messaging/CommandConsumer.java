package id.tanggap.ticket.messaging;

import id.tanggap.platform.consume.EventConsumer;
import id.tanggap.platform.consume.EventReader;
import id.tanggap.platform.consume.PoisonEventException;
import id.tanggap.platform.consume.ReceivedEvent;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.ticket.assignment.Command;
import id.tanggap.ticket.assignment.CommandReplies;
import id.tanggap.ticket.assignment.CommandReply;
import id.tanggap.ticket.assignment.Commands;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes in agencies' commands. The agency is that of the topic, to which the broker lets no other one write; nothing in the
 * record can claim otherwise.
 */
@ApplicationScoped
class CommandConsumer {

    private static final Pattern TOPIC = Pattern.compile("ticket\\.command\\.([a-z]+)\\.v1");

    private final EventConsumer events;
    private final EventReader reader;
    private final Commands commands;
    private final CommandReplies replies;

    CommandConsumer(EventConsumer events, EventReader reader, Commands commands, CommandReplies replies) {
        this.events = events;
        this.reader = reader;
        this.commands = commands;
        this.replies = replies;
    }

    @Incoming("ticket-command")
    Uni<Void> onCommand(ConsumerRecord<String, byte[]> record) {
        return events.<Read>consume(Consumers.NAME, record, this::read, this::carryOut);
    }

    /** What became of reading a record. */
    private sealed interface Read {

        /** Names the ticket. */
        UUID ticketId();

        /** A command. */
        record Good(Command command) implements Read {

            @Override
            public UUID ticketId() {
                return command.ticketId();
            }
        }

        /** One that says which it is and not rightly what: its agency is to know. */
        record Faulty(UUID commandId, UUID ticketId, String fault) implements Read {}
    }

    /**
     * With or without CloudEvents headers. The inbox is to know a record that is delivered again, and no more: a command
     * that its agency sends again is to be answered again, and one that was rejected may have been corrected.
     */
    private ReceivedEvent<Read> read(ConsumerRecord<String, byte[]> record) {
        Read command = command(record.value());
        return new ReceivedEvent<>(
                // A topic that was deleted and made again counts from 0 again: hence the time.
                record.topic() + ":" + record.partition() + ":" + record.offset() + ":" + record.timestamp(),
                record.topic(),
                record.key(),
                command.ticketId().toString(),
                OptionalLong.empty(),
                Instant.ofEpochMilli(record.timestamp()),
                command);
    }

    private Read command(byte[] value) {
        try {
            return new Read.Good(reader.data(value, AgencyCommand.class).toCommand());
        } catch (PoisonEventException fault) {
            NamedCommand named = reader.data(value, NamedCommand.class);
            return new Read.Faulty(named.commandId(), named.ticketId(), fault.getMessage());
        }
    }

    private Uni<Void> carryOut(Mutiny.Session session, ReceivedEvent<Read> event) {
        String agency = agencyOf(event.topic());
        return switch (event.data()) {
            case Read.Good(Command command) ->
                commands.handle(session, agency, "agency-" + agency, command)
                        .chain(outcome -> replies.append(session, CommandReply.of(agency, command, outcome)));
            case Read.Faulty(UUID commandId, UUID ticketId, String fault) ->
                replies.append(
                        session, CommandReply.rejected(agency, commandId, ticketId, ProblemType.VALIDATION, fault));
        };
    }

    private static String agencyOf(String topic) {
        Matcher name = TOPIC.matcher(topic);
        if (!name.matches()) {
            throw new PoisonEventException("no agency's topic: " + topic);
        }
        return name.group(1);
    }
}
