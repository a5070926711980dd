package id.tanggap.ticket.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.local.contract.AsyncApiDocument;
import id.tanggap.local.stack.Names;
import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.OnStack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** An agency of the table without a topic of its own, or without the right to it, would never hear of its tickets. */
@QuarkusTest
class AgenciesTest extends OnStack {

    @Inject
    Database database;

    @Test
    void of_the_table_are_those_of_every_channel_and_those_that_the_broker_knows() throws IOException {
        Set<String> table = new TreeSet<>(
                List.of(database.text("select string_agg(id, ',') from agency").split(",")));

        assertEquals(table, new TreeSet<>(Names.AGENCIES));
        AsyncApiDocument document;
        try (var source = getClass().getResourceAsStream("/META-INF/tanggap/asyncapi.yaml")) {
            document = AsyncApiDocument.parse(source);
        }
        for (String channel : List.of("ticketAgency", "ticketCommand", "ticketReply")) {
            assertEquals(
                    table,
                    new TreeSet<>(document.channels().get(channel).topics().keySet()),
                    channel);
        }
    }
}
