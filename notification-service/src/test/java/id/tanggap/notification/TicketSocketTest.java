package id.tanggap.notification;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.Tokens;
import id.tanggap.notification.support.AgencyPublisher;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.DeafSocket;
import id.tanggap.notification.support.Logs;
import id.tanggap.notification.support.ShortToken;
import id.tanggap.notification.support.SocketClient;
import id.tanggap.platform.event.EventIds;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class TicketSocketTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestHTTPResource("/")
    URI base;

    @Inject
    MeterRegistry metrics;

    private AgencyPublisher tickets;
    private final String ticket = UUID.randomUUID().toString();

    @BeforeEach
    void open() {
        tickets = new AgencyPublisher();
    }

    @AfterEach
    void close() {
        tickets.close();
    }

    private SocketClient socket(String user, Optional<String> lastEventId) {
        return SocketClient.open(base, Tokens.user(user), lastEventId);
    }

    private static List<JsonObject> json(List<String> texts) {
        return texts.stream().map(JsonObject::new).toList();
    }

    private static List<JsonObject> views(List<JsonObject> news) {
        return news.stream().map(text -> text.getJsonObject("data")).toList();
    }

    @Test
    void an_agency_gets_its_own_tickets_as_they_are_and_no_other_agency_gets_them() {
        try (SocketClient damkar = socket("damkar1", Optional.empty());
                SocketClient pdam = socket("pdam1", Optional.empty())) {
            String forDamkar = tickets.publish("damkar", ticket, 1);
            String forPdam = tickets.publish("pdam", UUID.randomUUID().toString(), 1);

            assertEquals(json(List.of(forDamkar)), views(damkar.awaitTexts(1, "ticket")));
            assertEquals(json(List.of(forPdam)), views(pdam.awaitTexts(1, "ticket")));
            assertEquals(2, damkar.told().size(), "opened, and one ticket");
            assertEquals(2, pdam.told().size(), "opened, and one ticket");
        }
    }

    @Test
    void a_client_that_broke_off_gets_exactly_what_it_missed_over_either_kind_of_stream() {
        List<String> sent = new ArrayList<>();
        String place;
        try (SocketClient before = socket("bpbd1", Optional.empty())) {
            sent.add(tickets.publish("bpbd", ticket, 1));
            place = before.awaitTexts(1, "ticket").getFirst().getString("id");
        }
        IntStream.rangeClosed(2, 20).forEach(i -> sent.add(tickets.publish("bpbd", ticket, i)));

        try (SocketClient byHeader = socket("bpbd1", Optional.of(place));
                SocketClient byParameter =
                        SocketClient.connect(base, "?after=" + place, Tokens.user("bpbd1"), Optional.empty())) {
            byHeader.awaitTexts(19, "ticket");
            sent.add(tickets.publish("bpbd", ticket, 21));
            assertEquals(json(sent.subList(1, 21)), views(byHeader.awaitTexts(20, "ticket")));
            assertEquals(json(sent.subList(1, 21)), views(byParameter.awaitTexts(20, "ticket")));
            long first = Long.parseLong(place) + 1;
            assertEquals(
                    IntStream.range(0, 20)
                            .mapToObj(i -> Long.toString(first + i))
                            .toList(),
                    byHeader.texts("ticket").stream()
                            .map(text -> text.getString("id"))
                            .toList());
        }
    }

    @Test
    void a_place_that_this_feed_never_reached_is_told_and_not_passed_over() {
        tickets.publish("dpupr", ticket, 1);
        await().atMost(PATIENCE).until(() -> !Database.column("select 1 from feed_event where agency = 'dpupr'")
                .isEmpty());
        try (SocketClient client = socket("dpupr1", Optional.of("999999"))) {
            JsonObject gap = client.awaitTexts(1, "gap").getFirst().getJsonObject("data");
            assertEquals(999_999, gap.getLong("requested"));
            long resumedAfter = gap.getLong("resumedAfter");
            assertEquals(
                    Long.toString(resumedAfter + 1),
                    client.awaitTexts(1, "ticket").getFirst().getString("id"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?after=yesterday", "?after=-1", "?x=1&after=%31", "?after=99999999999999999999"})
    void a_place_that_is_no_position_is_a_close_that_names_the_field(String query) {
        try (SocketClient client = SocketClient.connect(base, query, Tokens.user("damkar1"), Optional.empty())) {
            assertEquals(
                    new SocketClient.Closed(1008, "after: must be the id of an event of this stream, or 0"),
                    client.awaitClosed());
            assertEquals(List.of(), client.told());
        }
    }

    @ParameterizedTest
    @CsvSource({"operator1, 403", "supervisor1, 403", "ops1, 403", "nobody, 401", "forged, 401"})
    void roles_decide_before_it_opens(String user, int status) {
        String token =
                switch (user) {
                    case "nobody" -> "";
                    case "forged" -> Tokens.user("damkar1") + "x";
                    default -> Tokens.user(user);
                };

        try (Logs logs = new Logs()) {
            CompletionException refused = assertThrows(
                    CompletionException.class, () -> SocketClient.connect(base, "", token, Optional.empty()));

            assertEquals(
                    status,
                    assertInstanceOf(WebSocketHandshakeException.class, refused.getCause())
                            .getResponse()
                            .statusCode());
            assertEquals(
                    List.of(),
                    logs.lines().stream()
                            .filter(line -> line.contains("failed"))
                            .toList(),
                    "a stranger's token is no fault of ours");
        }
    }

    @Test
    void it_takes_no_messages() {
        try (SocketClient text = socket("damkar1", Optional.empty());
                SocketClient binary = socket("damkar1", Optional.empty())) {
            text.socket().sendText("{\"event\":\"ticket\"}", true).join();
            binary.socket().sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();

            var refused = new SocketClient.Closed(1003, "This stream only tells; it takes no messages.");
            assertEquals(refused, text.awaitClosed());
            assertEquals(refused, binary.awaitClosed());
        }
    }

    @Test
    void what_is_larger_than_anything_that_is_read_ends_it() {
        try (SocketClient client = socket("damkar1", Optional.empty())) {
            client.socket()
                    .sendText("x".repeat(100_000), true)
                    .exceptionally(cutOff -> null)
                    .join();

            await().atMost(PATIENCE)
                    .until(() -> !client.isOpen() || client.socket().isInputClosed());
        }
    }

    @Test
    void both_ends_see_that_the_other_one_lives() {
        try (SocketClient client = socket("satpolpp1", Optional.empty())) {
            client.socket().sendPing(ByteBuffer.wrap(new byte[] {112})).join();

            await().atMost(PATIENCE).until(() -> client.pongs() == 1);
            // More often than an end that does not answer is asked.
            await().atMost(PATIENCE).until(() -> client.pings() >= 7);
            client.awaitTexts(1, "heartbeat");
            assertTrue(client.isOpen(), "it answered each time");
        }
    }

    @Test
    void who_does_not_answer_is_let_go() {
        try (DeafSocket deaf = new DeafSocket(base, Tokens.user("satpolpp1"), 0)) {
            assertEquals(new SocketClient.Closed(1008, "Pings were not answered."), deaf.readToClose());
        }
    }

    @Test
    void who_stops_reading_is_let_go_and_what_it_did_not_read_is_not_kept_for_it() {
        int copies = 100;
        int size = 200_000;
        String view = AgencyPublisher.view("dishub", ticket, 1).replace("Kebakaran dapur", "Asap ".repeat(size / 5));
        tickets.send(AgencyPublisher.record("ticket.agency.dishub.v1", EventIds.next(), ticket, 1, view));
        await().atMost(PATIENCE)
                .until(() -> !Database.column("select 1 from feed_event where ticket_id = '" + ticket + "'")
                        .isEmpty());
        long first =
                Long.parseLong(Database.column("select position from feed_event where ticket_id = '" + ticket + "'")
                        .getFirst());
        Database.update(
                """
                with counted as (update feed_counter set last_position = last_position + %1$d where agency = 'dishub'
                                 returning last_position)
                insert into feed_event (agency, position, ticket_id, ticket_sequence, change, sealed_view, occurred_at)
                select e.agency, c.last_position - %1$d + i, e.ticket_id, i, e.change, e.sealed_view, now()
                  from counted c, feed_event e, generate_series(1, %1$d) i where e.ticket_id = '%2$s'
                """
                        .formatted(copies, ticket));
        // Those of other tests.
        await().atMost(PATIENCE).until(() -> streams() == 0);

        try (DeafSocket stuck = new DeafSocket(base, Tokens.user("dishub1"), first - 1)) {
            await().atMost(PATIENCE).until(() -> streams() == 1);
            await().atMost(PATIENCE).until(() -> streams() == 0);
            assertTrue(stuck.readToEnd() < (long) copies * size, "the rest was never sent");
        } finally {
            Database.update("delete from feed_event where ticket_id = '" + ticket + "'");
        }
    }

    private double streams() {
        return metrics.get("tanggap.streams.open").gauge().value();
    }

    @Test
    void it_ends_with_its_token() {
        String token = ShortToken.of("agency-satpolpp", 4);

        try (SocketClient client = SocketClient.open(base, token, Optional.empty())) {
            assertEquals(new SocketClient.Closed(1008, "Authentication expired"), client.awaitClosed());
        }
    }

    @Test
    void an_agency_with_too_many_streams_is_asked_to_come_again_later() {
        List<SocketClient> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                sockets.add(socket("dinsos1", Optional.empty()));
            }
            sockets.add(SocketClient.connect(base, "", Tokens.user("dinsos1"), Optional.empty()));
            assertEquals(
                    new SocketClient.Closed(1013, "Too many streams are open."),
                    sockets.getLast().awaitClosed());
            sockets.removeFirst().close();
            await().atMost(PATIENCE)
                    .ignoreException(AssertionError.class)
                    .until(() -> sockets.add(socket("dinsos1", Optional.empty())));
        } finally {
            sockets.forEach(SocketClient::close);
        }
    }
}
