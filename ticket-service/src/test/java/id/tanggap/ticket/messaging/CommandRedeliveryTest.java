package id.tanggap.ticket.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import id.tanggap.ticket.support.OwnContexts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** What the broker delivers twice is not what the agency sends twice. */
@QuarkusTest
class CommandRedeliveryTest extends OnStack {

    @Inject
    OwnContexts contexts;

    @Inject
    CommandConsumer commands;

    @Inject
    Database database;

    private final String id = UUID.randomUUID().toString();

    @Test
    void a_record_delivered_again_is_not_answered_again() {
        String ticket = Opened.ticketOf(events, Events.report("WATER"));
        long sent = System.currentTimeMillis();

        deliver(ticket, 1_000_000, sent);
        deliver(ticket, 1_000_000, sent);
        assertEquals(1, replies());

        deliver(ticket, 1_000_001, sent);
        assertEquals(2, replies());

        // A topic that was made anew.
        deliver(ticket, 1_000_000, sent + 1);
        assertEquals(3, replies());
    }

    private void deliver(String ticket, long offset, long timestamp) {
        Map<String, Object> command =
                Map.of("commandId", id, "ticketId", ticket, "action", "ACCEPT", "at", Instant.EPOCH.toString());
        var record = new ConsumerRecord<>(
                "ticket.command.pdam.v1",
                0,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                -1,
                -1,
                ticket,
                Events.bytes(command),
                new RecordHeaders(),
                Optional.empty());
        contexts.<Void>atOnce(List.of(() -> commands.onCommand(record)));
    }

    private long replies() {
        return database.count("outbox_event where topic = 'ticket.reply.pdam.v1' and subject = ?", id);
    }
}
