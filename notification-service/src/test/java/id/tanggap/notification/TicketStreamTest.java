package id.tanggap.notification;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.Tokens;
import id.tanggap.notification.support.AgencyPublisher;
import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.SocketClient;
import id.tanggap.notification.support.StreamClient;
import id.tanggap.notification.support.StreamClient.Event;
import id.tanggap.notification.support.StreamClient.Protocol;
import id.tanggap.platform.event.EventIds;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an agency's stream tells, and from where it goes on: the same over either protocol. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class TicketStreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** tanggap.stream.max-streams-per-agency of the tests. */
    private static final int MOST = 50;

    @TestHTTPResource("/")
    URI base;

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

    private StreamClient follow(Protocol protocol, String agency) {
        return protocol.open(base, "", Tokens.user(agency + "1"), Optional.empty());
    }

    private StreamClient resume(Protocol protocol, String agency, String after) {
        return protocol.open(base, "", Tokens.user(agency + "1"), Optional.of(after));
    }

    private static List<JsonObject> json(List<String> texts) {
        return texts.stream().map(JsonObject::new).toList();
    }

    private static List<String> following(String place, int count) {
        long from = Long.parseLong(place);
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Long.toString(from + i))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void an_agency_gets_its_own_tickets_as_they_are_and_no_other_agency_gets_them(Protocol protocol) {
        try (StreamClient damkar = follow(protocol, "damkar");
                StreamClient officer = protocol.open(base, "", Tokens.user("officer1"), Optional.empty());
                StreamClient pdam = follow(protocol, "pdam")) {
            String forDamkar = tickets.publish("damkar", ticket, 1);
            String forPdam = tickets.publish("pdam", UUID.randomUUID().toString(), 1);
            damkar.awaitEvents(1);
            officer.awaitEvents(1);
            pdam.awaitEvents(1);

            assertEquals(json(List.of(forDamkar)), damkar.data());
            assertEquals(json(List.of(forDamkar)), officer.data(), "one of its people");
            assertEquals(json(List.of(forPdam)), pdam.data());
            assertEquals("ticket", damkar.events().getFirst().name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_client_that_broke_off_gets_exactly_what_it_missed(Protocol protocol) {
        List<String> sent = new ArrayList<>();
        String place;
        try (StreamClient before = follow(protocol, "bpbd")) {
            sent.add(tickets.publish("bpbd", ticket, 1));
            before.awaitEvents(1);
            place = before.place();
        }
        IntStream.rangeClosed(2, 20).forEach(i -> sent.add(tickets.publish("bpbd", ticket, i)));

        try (StreamClient after = resume(protocol, "bpbd", place)) {
            after.awaitEvents(19);
            sent.add(tickets.publish("bpbd", ticket, 21));
            after.awaitEvents(20);

            assertEquals(json(sent.subList(1, 21)), after.data());
            assertEquals(
                    following(place, 20), after.events().stream().map(Event::id).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_place_may_be_named_in_the_address_and_the_header_goes_before_it(Protocol protocol) {
        tickets.publish("pdam", ticket, 1);
        tickets.publish("pdam", ticket, 2);
        List<String> stored = awaitStored("pdam", 2);
        String before = Long.toString(Long.parseLong(stored.getFirst()) - 1);
        String token = Tokens.user("pdam1");

        try (StreamClient both = protocol.open(base, "?after=" + before, token, Optional.empty());
                StreamClient second = protocol.open(base, "?after=" + before, token, Optional.of(stored.getFirst()))) {
            assertEquals(stored, both.awaitEvents(2).stream().map(Event::id).toList());
            assertEquals(
                    stored.subList(1, 2),
                    second.awaitEvents(1).stream().map(Event::id).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_client_that_broke_off_before_the_first_event_has_a_place_to_resume_from(Protocol protocol) {
        String place;
        try (StreamClient before = follow(protocol, "dishub")) {
            place = before.place();
        }
        String missed = tickets.publish("dishub", ticket, 1);

        try (StreamClient after = resume(protocol, "dishub", place)) {
            after.awaitEvents(1);
            assertEquals(json(List.of(missed)), after.data());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_lost_or_doubled_between_backlog_and_live_while_events_keep_coming(Protocol protocol) {
        int count = 200;
        String start;
        try (StreamClient first = follow(protocol, "polres")) {
            start = first.place();
        }
        Thread writer = Thread.ofVirtual().start(() -> {
            for (int i = 1; i <= count; i++) {
                tickets.publish("polres", UUID.randomUUID().toString(), 1);
            }
        });
        List<String> ids = new ArrayList<>();
        String place = start;
        // Breaks off again and again while the writer runs, each time going on from the last id.
        while (ids.size() < count) {
            try (StreamClient client = resume(protocol, "polres", place)) {
                client.awaitEvents(1);
                client.events().forEach(event -> ids.add(event.id()));
                place = ids.getLast();
            }
        }
        assertFalse(writer.isAlive() && ids.size() > count);
        assertEquals(following(start, count), ids);
    }

    @ParameterizedTest
    @EnumSource
    void a_position_that_commits_late_holds_back_the_later_ones_and_none_is_skipped(Protocol protocol)
            throws Exception {
        try (StreamClient client = follow(protocol, "dlh");
                Connection slow = Database.connect();
                Statement statement = slow.createStatement()) {
            String start = client.place();
            tickets.publish("dlh", ticket, 1);
            client.awaitEvents(1);
            // Another replica in the middle of its transaction: it has its position, but has not committed.
            slow.setAutoCommit(false);
            statement.executeUpdate("update feed_counter set last_position = last_position + 1 where agency = 'dlh'");
            statement.executeUpdate(
                    """
                    insert into feed_event (agency, position, ticket_id, ticket_sequence, change, sealed_view, occurred_at)
                    select e.agency, e.position + 1, 'late', 1, 'OPENED', e.sealed_view, now()
                      from feed_event e where e.agency = 'dlh' order by e.position desc limit 1
                    """);
            String last = tickets.publish("dlh", ticket, 2);
            Database.awaitBlockedBy(slow);
            assertEquals(1, client.events().size());

            slow.commit();

            List<Event> events = client.awaitEvents(3);
            assertEquals(following(start, 3), events.stream().map(Event::id).toList());
            assertEquals(new JsonObject(last), events.getLast().data());
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_another_replica_stored_reaches_the_stream_too(Protocol protocol) {
        tickets.publish("dinsos", ticket, 1);
        awaitStored("dinsos", 1);
        try (StreamClient client = follow(protocol, "dinsos")) {
            Database.update(
                    """
                    with counted as (update feed_counter set last_position = last_position + 1
                                      where agency = 'dinsos' returning agency, last_position)
                    insert into feed_event (agency, position, ticket_id, ticket_sequence, change, sealed_view, occurred_at)
                    select c.agency, c.last_position, 'elsewhere', 1, 'OPENED',
                           (select e.sealed_view from feed_event e where e.agency = 'dinsos' limit 1), now()
                      from counted c
                    """);
            client.awaitEvents(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void repeated_and_stale_events_appear_once(Protocol protocol) {
        try (StreamClient client = follow(protocol, "pln")) {
            UUID id = EventIds.next();
            String topic = "ticket.agency.pln.v1";
            String third = AgencyPublisher.view("pln", ticket, 3);
            tickets.send(AgencyPublisher.record(topic, id, ticket, 3, third));
            tickets.send(AgencyPublisher.record(topic, id, ticket, 3, third));
            tickets.publish("pln", ticket, 2);
            // Of the same ticket: what came before has had its turn by then.
            String fourth = tickets.publish("pln", ticket, 4);

            client.awaitEvents(2);
            assertEquals(json(List.of(third, fourth)), client.data());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_silent_stream_says_that_it_lives(Protocol protocol) {
        try (StreamClient client = follow(protocol, "satpolpp")) {
            await().atMost(PATIENCE).until(() -> client.heartbeats() >= 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_no_longer_kept_is_told_and_not_passed_over(Protocol protocol) {
        tickets.publish("diskominfo", ticket, 1);
        tickets.publish("diskominfo", ticket, 2);
        String last = tickets.publish("diskominfo", ticket, 3);
        long lost = Long.parseLong(awaitStored("diskominfo", 3).get(1));
        Database.update("delete from feed_event where agency = 'diskominfo' and position <= " + lost);

        try (StreamClient client = resume(protocol, "diskominfo", Long.toString(lost - 1))) {
            List<Event> events = client.awaitEvents(2);
            assertEquals(gap(lost - 1, lost), events.getFirst());
            assertEquals(new Event("ticket", Long.toString(lost + 1), new JsonObject(last)), events.getLast());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_place_that_this_feed_never_reached_is_told_and_not_passed_over(Protocol protocol) {
        tickets.publish("dpupr", ticket, 1);
        awaitStored("dpupr", 1);
        long oldest = Long.parseLong(Database.column("select min(position) from feed_event where agency = 'dpupr'")
                .getFirst());

        try (StreamClient client = resume(protocol, "dpupr", "999999")) {
            List<Event> events = client.awaitEvents(2);
            assertEquals(gap(999_999, oldest - 1), events.getFirst());
            assertEquals(Long.toString(oldest), events.get(1).id());
        }
    }

    private static Event gap(long requested, long resumedAfter) {
        return new Event("gap", "", JsonObject.of("requested", requested, "resumedAfter", resumedAfter));
    }

    /** The positions of the ticket's news. */
    private List<String> awaitStored(String agency, int count) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Database.column("select position from feed_event where agency = '" + agency
                                + "' and ticket_id = '" + ticket + "' order by position"),
                        stored -> stored.size() == count);
    }

    @Test
    void an_agency_with_too_many_streams_of_either_kind_is_asked_to_come_again_later_and_others_are_served() {
        List<StreamClient> streams = new ArrayList<>();
        try {
            for (int i = 0; i < MOST; i++) {
                streams.add(follow(i % 2 == 0 ? Protocol.SERVER_SENT_EVENTS : Protocol.WEBSOCKET, "dinkes"));
            }
            Api.as("dinkes1")
                    .get("/api/v1/tickets/stream")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "10");
            try (SocketClient refused = SocketClient.connect(base, "", Tokens.user("dinkes1"), Optional.empty())) {
                assertEquals(new SocketClient.Closed(1013, "Too many streams are open."), refused.awaitClosed());
            }
            streams.add(follow(Protocol.SERVER_SENT_EVENTS, "dpupr"));
            streams.add(follow(Protocol.WEBSOCKET, "dpupr"));

            // One place of each kind is given back, to the other kind.
            streams.removeFirst().close();
            await().atMost(PATIENCE).ignoreExceptions().until(() -> streams.add(follow(Protocol.WEBSOCKET, "dinkes")));
            streams.removeFirst().close();
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> streams.add(follow(Protocol.SERVER_SENT_EVENTS, "dinkes")));
        } finally {
            streams.forEach(StreamClient::close);
        }
    }

    @Test
    void a_place_that_is_no_position_is_a_problem_that_names_the_field() {
        Api.as("damkar1")
                .header("Last-Event-ID", "yesterday")
                .get("/api/v1/tickets/stream")
                .then()
                .statusCode(400)
                .body("type", is("urn:tanggap:problem:validation"))
                .body("errors[0].field", is("Last-Event-ID"));
    }

    @Test
    void personal_data_rests_sealed() {
        tickets.publish("dinkes", ticket, 1);
        awaitStored("dinkes", 1);
        String stored = Database.column("select sealed_view from feed_event where ticket_id = '" + ticket + "'")
                .getFirst();
        assertFalse(stored.contains("Siti"));
        assertTrue(stored.startsWith("ey"));
    }
}
