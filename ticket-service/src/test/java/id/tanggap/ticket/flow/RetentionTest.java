package id.tanggap.ticket.flow;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.test.Tokens;
import id.tanggap.ticket.retention.RetentionSweep;
import id.tanggap.ticket.support.AgencyApp;
import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.ManyTickets;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import id.tanggap.ticket.support.OwnContexts;
import id.tanggap.ticket.support.Schemas;
import id.tanggap.ticket.support.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionTest extends OnStack {

    /** As many as one round takes. */
    private static final int ROUND = 200;

    private static final String OF = "ticket where id = ? and ";

    @Inject
    Database database;

    @Inject
    RetentionSweep sweep;

    @Inject
    OwnContexts contexts;

    @Test
    void who_reported_is_forgotten_first_on_topics_too() {
        String old = closedFire();
        String recent = closedFire();
        age(old, 91);
        age(recent, 89);
        try (Topic damkar = Topic.ofAgency("damkar")) {
            sweepAsTwoReplicas();

            JsonNode last = damkar.awaitOne(
                    AgencyApp.of(old).and(event -> event.path("change").asText().equals("CONTACT_REMOVED")));
            assertFalse(last.has("reporter"));
            assertEquals(List.of(), Schemas.faults("ticket.agency.v1", last));
        }
        String known = "reporter_sealed is not null and caller_ref is not null";
        assertEquals(0, database.count(OF + known, UUID.fromString(old)));
        assertEquals(1, database.count(OF + known, UUID.fromString(recent)));
        as("operator1").get("/api/v1/tickets/" + old + "/history").then().body("change", hasItem("CONTACT_REMOVED"));
    }

    @Test
    void a_ticket_whose_time_is_over_is_gone_everywhere_and_the_chain_says_so() {
        String old = closedFire();
        String open = Opened.ticketOf(events, Events.report("FIRE"));
        age(old, 366);
        database.execute(
                "update ticket set opened_at = opened_at - interval '2 years' where id = ?", UUID.fromString(open));
        try (Topic damkar = Topic.ofAgency("damkar");
                Topic dinkes = Topic.ofAgency("dinkes")) {
            sweepAsTwoReplicas();

            for (Topic agency : List.of(damkar, dinkes)) {
                var tombstone = agency.awaitRecords(1, record -> record.value() == null && old.equals(record.key()))
                        .getFirst();
                assertEquals(
                        "id.tanggap.ticket.agency.v1",
                        new String(tombstone.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8));
            }
        }
        assertEquals(0, database.count("ticket where id = ?", UUID.fromString(old)));
        for (String table : List.of("assignment", "applied_command", "ticket_search")) {
            assertEquals(0, database.count(table + " where ticket_id = ?", UUID.fromString(old)), table);
        }
        assertEquals(1, database.count("ticket where id = ?", UUID.fromString(open)));
        as("supervisor1").get("/api/v1/tickets/" + old).then().statusCode(404);
        as("supervisor1")
                .get("/api/v1/tickets/" + old + "/history")
                .then()
                .body("change", hasItem("OPENED"))
                .body("change.last()", equalTo("REMOVED"))
                .body("[0].differences.size()", equalTo(0))
                .body(
                        "find { it.change == 'REMOVED' }.differences.find { it.field == '/commands' }.after",
                        equalTo("3"));
        assertEquals(
                1,
                database.count(
                        "ticket_history_details d join ticket_history h on h.position = d.position where ticket_id = ?",
                        UUID.fromString(old)));
        as("ops1").get("/api/v1/history/verification").then().body("intact", equalTo(true));
        as("ops1")
                .get("/api/v1/retention")
                .then()
                .body("classes.kind", contains("CONTACT", "TICKET", "CALL_BACK"))
                .body("classes.kept", contains("PT2160H", "PT8760H", "PT8760H"))
                .body("removed.find { it.kind == 'TICKET' }.removed", greaterThanOrEqualTo(1));
        as("operator1").get("/api/v1/retention").then().statusCode(403);
    }

    @Test
    void what_cannot_be_removed_is_put_off_and_keeps_nothing_else_from_being_removed() {
        String old = closedFire();
        age(old, 400);
        ManyTickets broken = new ManyTickets(database, "RUSAK");
        broken.add(ROUND, 0, Instant.now().minus(Duration.ofDays(500)));
        // Nobody can read what they are linked to.
        database.execute("update ticket set links = '[' where number like 'RUSAK-%'");
        try {
            contexts.atOnce(List.<Supplier<Uni<Void>>>of(sweep::run));
            assertEquals(1, database.count("ticket where id = ?", UUID.fromString(old)));

            contexts.atOnce(List.<Supplier<Uni<Void>>>of(sweep::run));

            assertEquals(0, database.count("ticket where id = ?", UUID.fromString(old)));
            assertEquals(ROUND, database.count("ticket where number like 'RUSAK-%'"));
            assertEquals(ROUND, database.count("retention_put_off where class = 'TICKET' and until > now()"));
            as("ops1")
                    .get("/api/v1/retention")
                    .then()
                    .body("putOff.kind", contains("TICKET"))
                    .body("putOff.why", contains("JsonEOFException"))
                    .body("putOff.count", contains(ROUND))
                    .body("putOff[0].next", startsWith("20"));

            database.execute("update ticket set links = null where number = 'RUSAK-1'");
            database.execute("update retention_put_off set until = now()");
            contexts.atOnce(List.<Supplier<Uni<Void>>>of(sweep::run));
            assertEquals(0, database.count("ticket where number = 'RUSAK-1'"));
            assertEquals(ROUND - 1, database.count("retention_put_off where class = 'TICKET'"));
        } finally {
            broken.remove();
            database.execute("delete from retention_put_off");
        }
    }

    /** A fire whose two agencies have done their part. */
    private String closedFire() {
        Map<String, Object> report = Events.report("FIRE");
        report.put("reporter", Events.sealed("Siti", "+6281200000001"));
        String ticket = Opened.ticketOf(events, report);
        for (String agency : List.of("damkar", "dinkes", "polres")) {
            AgencyApp.ask(agency, AgencyApp.command(ticket, "CLOSE"));
        }
        assertEquals("CLOSED", database.text("select status from ticket where id = ?", UUID.fromString(ticket)));
        return ticket;
    }

    private void age(String ticket, int days) {
        database.execute(
                "update ticket set closed_at = now() - ? * interval '1 day' where id = ?",
                days,
                UUID.fromString(ticket));
    }

    private void sweepAsTwoReplicas() {
        contexts.atOnce(Collections.<Supplier<Uni<Void>>>nCopies(2, sweep::run));
    }

    private static RequestSpecification as(String user) {
        return RestAssured.given().auth().oauth2(Tokens.user(user));
    }
}
