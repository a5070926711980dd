package id.tanggap.notification;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.channel.Receipt;
import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.DeliveriesTold;
import id.tanggap.notification.support.OnChannels;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a channel took on, and tells later that it did not bring. */
@QuarkusTest
class ReceiptsFlowTest extends OnChannels {

    private static final String NUMBER = "+6281300000017";
    /** Of a short message. */
    private static final int PARTS_AT_MOST = 3;

    private static final String MAILBOX = "posko@damkar.example.go.id";

    @Inject
    MeterRegistry metrics;

    @Inject
    Event<Receipt> receipts;

    @Test
    void what_a_channel_took_on_and_did_not_bring_goes_over_the_next_at_once_and_once() throws Exception {
        String id = Api.subscribe("damkar1", List.of(Api.sms(NUMBER), Api.email(MAILBOX)));
        tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active");
        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED SMS 1")));
        servers.receipts("UNDELIV");

        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED EMAIL 2")));
        // The centre tells it again: of a message that is behind by now.
        servers.receipts("UNDELIV");
        Api.as("damkar1")
                .get("/api/v1/subscriptions/" + id + "/activity")
                .then()
                .statusCode(200);
        assertEquals(List.of("DELIVERED EMAIL 2"), deliveries());
        List<JsonNode> told = DeliveriesTold.of(delivery(ticket), 3);
        assertEquals(
                List.of("DELIVERED SMS 1 - -", "RETRYING SMS 1 UNDELIVERED EMAIL", "DELIVERED EMAIL 2 - -"),
                told.stream()
                        .map(event -> Stream.of("status", "channel", "attempt", "reason", "nextChannel")
                                .map(field -> event.path(field).asText("-"))
                                .map(text -> text.isEmpty() ? "-" : text)
                                .collect(Collectors.joining(" ")))
                        .toList());
        assertEquals(1, servers.mail.messages().size());
    }

    @Test
    void a_receipt_that_comes_before_its_message_is_noted_counts_for_it() throws Exception {
        Database.update("delete from message_receipt");
        servers.receipts("DELIVRD", PARTS_AT_MOST);
        assertEquals(List.of("" + PARTS_AT_MOST), Database.column("select count(*) from message_receipt"));
        Api.subscribe("damkar1", List.of(Api.sms(NUMBER)));
        tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active");

        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED SMS 1")));
        assertEquals(List.of("DELIVERED"), receipt());
    }

    @Test
    void what_has_arrived_is_not_taken_back_by_what_was_told_before_or_again() throws Exception {
        Api.subscribe("damkar1", List.of(Api.sms(NUMBER), Api.email(MAILBOX)));
        tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active");
        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED SMS 1")));
        servers.receipts("DELIVRD");
        assertEquals(List.of("DELIVERED"), receipt());

        for (String late : List.of("ENROUTE", "UNDELIV", "DELIVRD")) {
            servers.receipts(late);
            assertEquals(List.of("DELIVERED"), receipt(), late);
            assertEquals(List.of("DELIVERED SMS 1"), deliveries(), late);
        }
    }

    @Test
    void what_the_last_channel_did_not_bring_is_given_up_with_its_reason_and_can_be_sent_again() throws Exception {
        Api.subscribe("damkar1", List.of(Api.sms(NUMBER)));
        tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active");
        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED SMS 1")));
        double dead = dead();
        servers.receipts("REJECTD");

        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DEAD SMS 1")));
        Api.as("damkar1")
                .get("/api/v1/deliveries/" + delivery(ticket))
                .then()
                .body("reason", is("UNDELIVERED"))
                .body("receipt", is("FAILED"));
        await().atMost(PATIENCE).until(() -> dead() == dead + 1);
        Api.as("damkar1")
                .post("/api/v1/deliveries/" + delivery(ticket) + "/redelivery")
                .then()
                .statusCode(200);
        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED SMS 2")));
        Api.as("damkar1").get("/api/v1/deliveries/" + delivery(ticket)).then().body("receipt", nullValue());
    }

    @Test
    void old_news_that_did_not_arrive_is_not_sent_behind_newer_of_its_ticket() throws Exception {
        Api.subscribe("damkar1", List.of(Api.sms(NUMBER), Api.email(MAILBOX)));
        tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active");
        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED SMS 1")));
        int parts = servers.centre.submitted.size();
        tickets.publish("damkar", ticket, 2, UUID.randomUUID(), "ResourcesAssigned");
        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED SMS 1", "DELIVERED SMS 1")));
        servers.receipts("UNDELIV", parts);

        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DEAD SMS 1", "DELIVERED SMS 1")));
        // The newest goes on, whatever became of the one before.
        servers.receipts("UNDELIV", servers.centre.submitted.size());
        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DEAD SMS 1", "DELIVERED EMAIL 2")));
        assertEquals(1, servers.mail.messages().size());
    }

    @Test
    void of_a_text_in_parts_it_has_arrived_when_all_have_however_their_receipts_meet() throws Exception {
        Api.subscribe("damkar1", List.of(Api.sms(NUMBER)));
        tickets.publish("damkar", ticket, 1, UUID.randomUUID(), "Active", "Asap tebal dari gudang. ".repeat(20));
        await().atMost(PATIENCE).until(() -> deliveries().equals(List.of("DELIVERED SMS 1")));
        assertEquals(PARTS_AT_MOST, servers.centre.submitted.size());
        servers.receipts("DELIVRD", 1);
        assertEquals(List.of("SENT"), receipt());

        try (Connection holding = Database.connect();
                Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("select 1 from delivery where ticket_id = '" + ticket + "' for update");
            List<Thread> tellers = Stream.of("m2", "m3").map(this::tellsOf).toList();
            await().atMost(PATIENCE)
                    .until(() -> Database.column("select pid from pg_stat_activity where datname = current_database()"
                                            + " and cardinality(pg_blocking_pids(pid)) > 0")
                                    .size()
                            == tellers.size());
            holding.rollback();
            for (Thread teller : tellers) {
                teller.join();
            }
        }
        assertEquals(List.of("DELIVERED"), receipt());
    }

    private Thread tellsOf(String message) {
        return Thread.ofVirtual()
                .start(() -> receipts.fire(new Receipt(
                        ChannelKind.SMS,
                        message,
                        Optional.empty(),
                        Receipt.State.DELIVERED,
                        Instant.now(),
                        Optional.empty())));
    }

    private List<String> receipt() {
        return Database.column("select receipt from delivery where ticket_id = '" + ticket + "'");
    }

    private List<String> deliveries() {
        return Database.column("select status || ' ' || channel || ' ' || attempts from delivery where ticket_id = '"
                + ticket + "' order by position");
    }

    /** By which operations are called. */
    private double dead() {
        return metrics.get("tanggap.deliveries")
                .tags("result", "dead", "channel", "sms")
                .counter()
                .count();
    }

    private static String delivery(String ticket) {
        return Database.column("select delivery_id from delivery where ticket_id = '" + ticket + "'")
                .getFirst();
    }
}
