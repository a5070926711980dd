package id.tanggap.notification;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.Tokens;
import id.tanggap.notification.support.AgencyPublisher;
import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.SseClient;
import id.tanggap.platform.event.EventIds;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
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

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class TicketStreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

    private SseClient stream(String user, Optional<String> lastEventId) {
        return SseClient.open(base, Tokens.user(user), lastEventId);
    }

    @Test
    void an_agency_gets_its_own_tickets_as_they_are_and_no_other_agency_gets_them() {
        try (SseClient damkar = stream("damkar1", Optional.empty());
                SseClient pdam = stream("pdam1", Optional.empty())) {
            String forDamkar = tickets.publish("damkar", ticket, 1);
            String forPdam = tickets.publish("pdam", UUID.randomUUID().toString(), 1);

            assertEquals(forDamkar, damkar.awaitEvents(1).getFirst().data());
            assertEquals(forPdam, pdam.awaitEvents(1).getFirst().data());
            assertEquals("ticket", damkar.events().getFirst().name());
            assertEquals(1, damkar.events().size());
            assertEquals(1, pdam.events().size());
        }
    }

    @Test
    void a_client_that_broke_off_gets_exactly_what_it_missed() {
        List<String> sent = new ArrayList<>();
        String place;
        try (SseClient before = stream("bpbd1", Optional.empty())) {
            sent.add(tickets.publish("bpbd", ticket, 1));
            place = before.awaitEvents(1).getFirst().id();
        }
        IntStream.rangeClosed(2, 20).forEach(i -> sent.add(tickets.publish("bpbd", ticket, i)));

        try (SseClient after = stream("bpbd1", Optional.of(place))) {
            after.awaitEvents(19);
            sent.add(tickets.publish("bpbd", ticket, 21));
            after.awaitEvents(20);
            assertEquals(sent.subList(1, 21), after.data());
        }
    }

    @Test
    void a_client_that_broke_off_before_the_first_event_has_a_place_to_resume_from() {
        String place;
        try (SseClient before = stream("dishub1", Optional.empty())) {
            place = before.lastId();
            assertFalse(place.isEmpty());
        }
        String missed = tickets.publish("dishub", ticket, 1);

        try (SseClient after = stream("dishub1", Optional.of(place))) {
            assertEquals(missed, after.awaitEvents(1).getFirst().data());
        }
    }

    @Test
    void nothing_is_lost_or_doubled_between_backlog_and_live_while_events_keep_coming() {
        String start;
        try (SseClient first = stream("polres1", Optional.empty())) {
            start = first.lastId();
        }
        int count = 200;
        Thread writer = Thread.ofVirtual().start(() -> {
            for (int i = 1; i <= count; i++) {
                tickets.publish("polres", UUID.randomUUID().toString(), 1);
            }
        });
        List<String> ids = new ArrayList<>();
        String place = start;
        // Breaks off again and again while the writer runs, each time going on from the last id.
        while (ids.size() < count) {
            try (SseClient client = stream("polres1", Optional.of(place))) {
                client.awaitEvents(1);
                client.events().forEach(event -> ids.add(event.id()));
                place = ids.getLast();
            }
        }
        assertFalse(writer.isAlive() && ids.size() > count);
        long from = Long.parseLong(start);
        assertEquals(
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> Long.toString(from + i))
                        .toList(),
                ids);
    }

    @Test
    void a_position_that_commits_late_holds_back_the_later_ones_and_none_is_skipped() throws Exception {
        try (SseClient client = stream("dlh1", Optional.empty());
                Connection slow = Database.connect();
                Statement statement = slow.createStatement()) {
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
            Thread.sleep(1500);
            assertEquals(1, client.events().size());

            slow.commit();

            List<SseClient.Event> events = client.awaitEvents(3);
            long first = Long.parseLong(events.getFirst().id());
            assertEquals(
                    List.of(first, first + 1, first + 2),
                    events.stream().map(event -> Long.parseLong(event.id())).toList());
            assertEquals(last, events.getLast().data());
        }
    }

    @Test
    void what_another_replica_stored_reaches_the_stream_too() {
        tickets.publish("dinsos", ticket, 1);
        await().atMost(PATIENCE).until(() -> !Database.column("select 1 from feed_event where agency = 'dinsos'")
                .isEmpty());
        try (SseClient client = stream("dinsos1", Optional.empty())) {
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

    @Test
    void repeated_and_stale_events_appear_once() {
        try (SseClient client = stream("pln1", Optional.empty())) {
            UUID id = EventIds.next();
            String topic = "ticket.agency.pln.v1";
            String third = AgencyPublisher.view("pln", ticket, 3);
            tickets.send(AgencyPublisher.record(topic, id, ticket, 3, third));
            tickets.send(AgencyPublisher.record(topic, id, ticket, 3, third));
            tickets.publish("pln", ticket, 2);
            String fourth = tickets.publish("pln", ticket, 4);

            client.awaitEvents(2);
            await().during(Duration.ofSeconds(1)).until(() -> client.events().size() == 2);
            assertEquals(List.of(third, fourth), client.data());
        }
    }

    @Test
    void a_silent_stream_says_that_it_lives() {
        try (SseClient client = stream("satpolpp1", Optional.empty())) {
            await().atMost(PATIENCE).until(() -> client.comments().contains("heartbeat"));
        }
    }

    @Test
    void what_is_no_longer_kept_is_told_and_not_passed_over() {
        tickets.publish("diskominfo", ticket, 1);
        tickets.publish("diskominfo", ticket, 2);
        String last = tickets.publish("diskominfo", ticket, 3);
        await().atMost(PATIENCE)
                .until(() -> Database.column("select 1 from feed_event where agency = 'diskominfo'")
                                .size()
                        == 3);
        Database.update("delete from feed_event where agency = 'diskominfo' and position <= 2");

        try (SseClient client = stream("diskominfo1", Optional.of("1"))) {
            List<SseClient.Event> events = client.awaitEvents(2);
            assertEquals("gap", events.getFirst().name());
            assertEquals(
                    "{\"requested\":1,\"resumedAfter\":2}", events.getFirst().data());
            assertEquals(last, events.getLast().data());
        }
    }

    @Test
    void an_agency_with_too_many_streams_is_asked_to_come_again_later_and_others_are_served() {
        List<SseClient> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                streams.add(stream("dinkes1", Optional.empty()));
            }
            Api.as("dinkes1")
                    .get("/api/v1/tickets/stream")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "10");
            streams.add(stream("dpupr1", Optional.empty()));
            streams.removeFirst().close();
            await().atMost(PATIENCE).ignoreExceptions().until(() -> streams.add(stream("dinkes1", Optional.empty())));
        } finally {
            streams.forEach(SseClient::close);
        }
    }

    @Test
    void a_place_that_is_no_position_is_a_problem_that_names_the_field() {
        Api.as("damkar1")
                .header("Last-Event-ID", "yesterday")
                .get("/api/v1/tickets/stream")
                .then()
                .statusCode(400)
                .body("type", org.hamcrest.Matchers.is("urn:tanggap:problem:validation"))
                .body("errors[0].field", org.hamcrest.Matchers.is("Last-Event-ID"));
    }

    @Test
    void personal_data_rests_sealed() {
        tickets.publish("dinkes", ticket, 1);
        await().atMost(PATIENCE)
                .until(() -> !Database.column("select sealed_view from feed_event where ticket_id = '" + ticket + "'")
                        .isEmpty());
        String stored = Database.column("select sealed_view from feed_event where ticket_id = '" + ticket + "'")
                .getFirst();
        assertFalse(stored.contains("Siti"));
        assertTrue(stored.startsWith("ey"));
    }
}
