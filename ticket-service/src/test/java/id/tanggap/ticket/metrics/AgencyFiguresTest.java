package id.tanggap.ticket.metrics;

import static id.tanggap.ticket.support.AgencyApp.ask;
import static id.tanggap.ticket.support.AgencyApp.command;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.Scrape;
import id.tanggap.ticket.support.Clocks;
import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is measured of agencies' work, as Prometheus reads it. */
@QuarkusTest
class AgencyFiguresTest extends OnStack {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String STEPS = "tanggap_service_level_steps_total";
    private static final String OLDEST = "tanggap_agency_oldest_unacknowledged_seconds";

    @Inject
    Database database;

    @TestHTTPResource
    String address;

    @Test
    void each_step_that_is_owed_is_kept_or_missed_and_once() {
        String ticket = slow();
        Clocks.stopOthers(database, ticket);
        Scrape before = scrape();
        Map<String, Object> accept = command(ticket, "ACCEPT");
        ask("damkar", accept);
        ask("damkar", accept);
        // Its agency may say that it was there without having said that it set out.
        Clocks.pass(database, ticket, Duration.ofMinutes(250));
        awaitGrowth(before, 1, STEPS, "agency", "dinkes", "step", "accept", "result", "missed");
        awaitGrowth(before, 1, STEPS, "agency", "damkar", "step", "en_route", "result", "missed");
        ask("damkar", command(ticket, "ONSCENE"));
        ask("damkar", command(ticket, "CLOSE"));
        ask("dinkes", command(ticket, "ACCEPT"));

        awaitGrowth(before, 1, STEPS, "agency", "damkar", "step", "close", "result", "kept");
        Scrape after = scrape();
        grown(before, after, 1, "agency", "damkar", "step", "accept", "result", "kept", "emergency", "true");
        grown(before, after, 1, "agency", "damkar", "step", "on_scene", "result", "kept");
        grown(before, after, 0, "agency", "damkar", "step", "en_route", "result", "kept");
        grown(before, after, 1, "agency", "damkar", "result", "missed");
        grown(before, after, 0, "agency", "dinkes", "result", "kept");
        grown(before, after, 1, "agency", "dinkes", "result", "missed");
    }

    @Test
    void a_step_taken_late_is_missed_even_before_anybody_has_noticed() {
        String ticket = slow();
        Clocks.stopOthers(database, ticket);
        Scrape before = scrape();
        // As if the sweep had not come round yet.
        database.execute(
                "update assignment set clock_from = clock_from - interval '90 minutes', check_at = now() + interval '1 hour'"
                        + " where ticket_id = ?",
                UUID.fromString(ticket));

        ask("damkar", command(ticket, "ACCEPT"));

        awaitGrowth(before, 1, STEPS, "agency", "damkar", "step", "accept", "result", "missed");
        grown(before, scrape(), 0, "agency", "damkar", "result", "kept");
    }

    @Test
    void what_is_handed_on_is_neither_kept_nor_missed() {
        String ticket = Opened.ticketOf(events, Events.report("WATER"));
        Clocks.stopOthers(database, ticket);
        Scrape before = scrape();
        Map<String, Object> refer = command(ticket, "REFER");
        refer.put("referTo", "dpupr");
        refer.put("note", "Bukan pipa kami");

        assertEquals("APPLIED", ask("pdam", refer).path("result").asText());

        grown(before, scrape(), 0, "agency", "pdam");
    }

    @Test
    void what_lies_with_an_agency_is_shown_until_it_has_it() {
        String ticket = Opened.ticketOf(events, Events.report("WATER"));
        database.execute(
                "update assignment set received_at = now() - interval '12 days' where ticket_id = ?",
                UUID.fromString(ticket));

        await().atMost(PATIENCE).until(() -> oldest() > Duration.ofDays(11).toSeconds());
        Scrape before = scrape();
        assertTrue(before.sum("tanggap_agency_tickets_open", "agency", "pdam", "status", "active") >= 1);
        assertTrue(before.sum("tanggap_tickets_open") >= 1);
        ask("pdam", command(ticket, "ACCEPT"));

        await().atMost(PATIENCE).until(() -> oldest() < Duration.ofDays(11).toSeconds());
        awaitGrowth(before, 1, "tanggap_agency_tickets_open", "agency", "pdam", "status", "resources_assigned");
    }

    @Test
    void our_metrics_have_descriptions_units_and_labels_of_few_values() {
        await().atMost(PATIENCE).until(() -> scrape().has(OLDEST, "agency", "dishub", "emergency", "true"));
        Scrape scrape = scrape();

        assertEquals(List.of(), scrape.faults());
        assertTrue(scrape.has("tanggap_service_hours_open"));
        assertTrue(scrape.has("tanggap_agency_tickets_open", "agency", "pusat", "status", "reopened"));
        assertTrue(scrape.has("tanggap_consumer_lag_records", "channel", "ticket-command"));
    }

    private String slow() {
        return Opened.ticketOf(events, Events.report(Clocks.slowCategory()));
    }

    private double oldest() {
        return scrape().sum(OLDEST, "agency", "pdam", "emergency", "false");
    }

    private void awaitGrowth(Scrape before, double by, String name, String... labels) {
        await().atMost(PATIENCE).until(() -> scrape().sum(name, labels) - before.sum(name, labels) == by);
    }

    private static void grown(Scrape before, Scrape after, double by, String... labels) {
        assertEquals(
                by,
                after.sum(STEPS, labels) - before.sum(STEPS, labels),
                List.of(labels).toString());
    }

    private Scrape scrape() {
        return Scrape.of(address.replaceAll("/$", ""));
    }
}
