package id.tanggap.notification.metrics;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.Backlog;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.Scrape;
import id.tanggap.notification.support.AgencyPublisher;
import id.tanggap.platform.event.EventIds;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long reports take to their agencies, as Prometheus reads it. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class ArrivalMetricsTest {

    private static final String ARRIVED = "tanggap_report_to_agency_seconds_count";
    private static final String CONSUMED = "tanggap_events_consumed_total";
    private static final String AGENCY = "ticket-agency";

    @TestHTTPResource
    String address;

    private final String ticket = UUID.randomUUID().toString();
    private AgencyPublisher tickets;
    private Scrape before;

    @BeforeEach
    void open() {
        tickets = new AgencyPublisher();
        Backlog.awaitNone("notification-service");
        before = scrape();
    }

    @AfterEach
    void close() {
        tickets.close();
    }

    @Test
    void a_new_ticket_is_timed_from_its_report_once_and_none_of_its_changes() {
        UUID first = EventIds.next();
        Instant reported = Instant.now().minusSeconds(7);
        send(first, 1, 10, "\"" + reported + "\"");
        send(first, 1, 10, "\"" + reported + "\"");
        send(EventIds.next(), 2, 10, "\"" + reported + "\"");
        awaitGrowth(2, CONSUMED, "channel", AGENCY, "result", "applied");
        awaitGrowth(1, CONSUMED, "channel", AGENCY, "result", "repeated");

        awaitGrowth(1, ARRIVED);
        awaitGrowth(1, ARRIVED, "urgent", "true");
        String bucket = "tanggap_report_to_agency_seconds_bucket";
        awaitGrowth(0, bucket, "le", "5.0");
        awaitGrowth(1, bucket, "le", "60.0");
    }

    @Test
    void a_time_that_cannot_be_read_keeps_no_ticket_from_its_agency() {
        send(EventIds.next(), 1, 3, "\"tomorrow\"");
        send(EventIds.next(), 2, 3, "17");

        awaitGrowth(2, CONSUMED, "channel", AGENCY, "result", "applied");
        awaitGrowth(0, ARRIVED);
    }

    @Test
    void our_metrics_have_descriptions_units_and_labels_of_few_values() {
        Scrape scrape = scrape();

        assertEquals(List.of(), scrape.faults());
        for (String[] counter : List.of(
                new String[] {"tanggap_deliveries_total", "channel", "web_push", "result", "dead"},
                new String[] {"tanggap_ladder_rungs_total", "rung", "command_centre", "result", "told"},
                new String[] {"tanggap_subscriptions_stopped", "state", "paused"})) {
            assertTrue(
                    scrape.has(counter[0], counter[1], counter[2])
                            && (counter.length < 5
                                    || scrape.has(counter[0], counter[1], counter[2], counter[3], counter[4])),
                    counter[0]);
        }
    }

    private void send(UUID id, long sequence, int priority, String reportedAt) {
        String json = "{\"ticketId\":\"%s\",\"agency\":\"dlh\",\"change\":\"OPENED\",\"priority\":%d,\"reportedAt\":%s}"
                .formatted(ticket, priority, reportedAt);
        tickets.send(AgencyPublisher.record("ticket.agency.dlh.v1", id, ticket, sequence, json));
    }

    private void awaitGrowth(double by, String name, String... labels) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(
                        by, scrape().sum(name, labels) - before.sum(name, labels), name + " " + List.of(labels)));
    }

    private Scrape scrape() {
        return Scrape.of(address.replaceAll("/$", ""));
    }
}
