package id.tanggap.ticket.messaging;

import id.tanggap.platform.consume.EventConsumer;
import id.tanggap.platform.consume.EventReader;
import id.tanggap.platform.consume.PoisonEventException;
import id.tanggap.platform.consume.ReceivedEvent;
import id.tanggap.ticket.assignment.Command;
import id.tanggap.ticket.assignment.CommandReplies;
import id.tanggap.ticket.assignment.CommandReply;
import id.tanggap.ticket.assignment.Commands;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.OptionalLong;
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
        return events.<AgencyCommand>consume(Consumers.NAME, record, this::read, this::carryOut);
    }

    /**
     * With or without CloudEvents headers. The inbox is to know a record that is delivered again, and no more: a command
     * that its agency sends again is to be answered again, and one that was rejected may have been corrected.
     */
    private ReceivedEvent<AgencyCommand> read(ConsumerRecord<String, byte[]> record) {
        AgencyCommand command = reader.data(record.value(), AgencyCommand.class);
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

    private Uni<Void> carryOut(Mutiny.Session session, ReceivedEvent<AgencyCommand> event) {
        String agency = agencyOf(event.topic());
        Command command = event.data().toCommand();
        return commands.handle(session, agency, "agency-" + agency, command)
                .chain(outcome -> replies.append(session, CommandReply.of(agency, command, outcome)));
    }

    private static String agencyOf(String topic) {
        Matcher name = TOPIC.matcher(topic);
        if (!name.matches()) {
            throw new PoisonEventException("no agency's topic: " + topic);
        }
        return name.group(1);
    }
}
