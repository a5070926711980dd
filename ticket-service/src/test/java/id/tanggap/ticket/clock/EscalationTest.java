package id.tanggap.ticket.clock;

import static id.tanggap.ticket.support.AgencyApp.ask;
import static id.tanggap.ticket.support.AgencyApp.command;
import static id.tanggap.ticket.support.AgencyApp.of;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.test.Tokens;
import id.tanggap.ticket.support.Clocks;
import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import id.tanggap.ticket.support.Schemas;
import id.tanggap.ticket.support.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agency that is late is late in everybody's eyes, and somebody else sees to it in the end. */
@QuarkusTest
class EscalationTest extends OnStack {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MISSED = Duration.ofMinutes(61);
    private static String category;

    @Inject
    Database database;

    @BeforeEach
    void createCategory() {
        category = category == null ? Clocks.slowCategory() : category;
    }

    @Test
    void a_step_missed_is_told_to_all_whom_it_concerns() {
        String ticket = open();
        try (Topic escalations = escalations();
                Topic fire = Topic.ofAgency("damkar");
                Topic tickets = Topic.tickets()) {
            Clocks.pass(database, ticket, MISSED);

            JsonNode told = escalations.awaitOne(of(ticket).and(by("damkar")));
            assertEquals("ACCEPT", told.path("step").asText());
            assertEquals("Active", told.path("status").asText());
            assertTrue(!told.path("dutyOfficer").asBoolean());
            assertEquals(List.of(), Schemas.faults("ticket.escalation.v1", told));
            JsonNode own = fire.awaitOne(of(ticket).and(late("/assignment/missed/step")));
            assertEquals("ACCEPT", own.at("/assignment/missed/step").asText());
            assertEquals("ACCEPT_REMINDED", own.at("/assignment/due/step").asText());
            assertEquals(List.of(), Schemas.faults("ticket.agency.v1", own));
            JsonNode whole = tickets.awaitOne(of(ticket).and(late("/assignments/1/missed/step")));
            assertEquals("ACCEPT", whole.at("/assignments/0/missed/step").asText());
            assertEquals(List.of(), Schemas.faults("ticket.ticket.v1", whole));
        }
        as("supervisor1")
                .get("/api/v1/tickets/" + ticket + "/history")
                .then()
                .body("[1].change", equalTo("ASSIGNMENT"))
                .body("[1].actor.name", equalTo("ticket-service"))
                .body("[1].why", containsString("damkar missed ACCEPT"))
                .body("[1].differences.field", hasItem("/assignments/0/missed/step"));
    }

    @Test
    void who_accepts_late_has_missed_nothing_any_more_and_owes_the_next_step() {
        String ticket = open();
        Clocks.pass(database, ticket, MISSED);
        awaitEscalations(ticket, 2);

        apply("damkar", command(ticket, "ACCEPT"));

        as("damkar1")
                .get("/api/v1/tickets/" + ticket)
                .then()
                .body("assignment.missed", nullValue())
                .body("assignment.due.step", equalTo("EN_ROUTE"));
        assertEquals(0, late(ticket, "damkar"));
        assertEquals(1, late(ticket, "dinkes"));
    }

    @Test
    void who_has_accepted_in_time_is_left_alone() {
        String ticket = open();
        apply("damkar", command(ticket, "ACCEPT"));

        Clocks.pass(database, ticket, MISSED);
        awaitEscalations(ticket, 1);

        assertEquals(
                "dinkes", database.text("select agency from escalation where ticket_id = ?", UUID.fromString(ticket)));
        assertEquals(
                1, database.count("assignment where ticket_id = ? and due_step = 'EN_ROUTE'", UUID.fromString(ticket)));
    }

    @Test
    void the_duty_officer_is_called_once_when_somebody_does_not_hear_at_all() {
        String ticket = open();
        try (Topic escalations = escalations();
                Topic centre = Topic.ofAgency("pusat")) {
            Clocks.pass(database, ticket, Duration.ofMinutes(121));

            JsonNode told = escalations.awaitOne(of(ticket).and(by("damkar")).and(step("ACCEPT_REMINDED")));
            assertTrue(told.path("dutyOfficer").asBoolean());
            JsonNode given = centre.awaitOne(of(ticket));
            assertEquals("SUPPORT", given.at("/assignment/role").asText());
            assertEquals("Active", given.at("/assignment/status").asText());
            assertEquals("damkar", given.at("/assignment/escalated/agency").asText());
            assertEquals("ACCEPT", given.at("/assignment/due/step").asText());
            assertEquals(List.of(), Schemas.faults("ticket.agency.v1", given));
        }
        // Each of two agencies missed two steps, and the centre came for the first that called it.
        awaitEscalations(ticket, 4);
        assertEquals(1, database.count("assignment where ticket_id = ? and agency = 'pusat'", UUID.fromString(ticket)));
        assertEquals(1, database.count("assignment where ticket_id = ? and role = 'LEAD'", UUID.fromString(ticket)));
    }

    @Test
    void after_the_last_step_of_one_that_had_accepted_the_duty_officer_has_it_too() {
        String ticket = open();
        apply("damkar", command(ticket, "ONSCENE"));
        apply("dinkes", command(ticket, "ACCEPT"));

        Clocks.pass(database, ticket, Duration.ofHours(10));
        awaitEscalations(ticket, 1);

        assertEquals(
                "CLOSE", database.text("select step from escalation where ticket_id = ?", UUID.fromString(ticket)));
        assertEquals(
                "damkar",
                database.text(
                        "select escalated_agency from assignment where ticket_id = ? and agency = 'pusat'",
                        UUID.fromString(ticket)));
    }

    @Test
    void a_duty_officer_who_is_there_already_is_not_given_a_second_part() {
        Map<String, Object> report = Events.report(category);
        report.put("location", Map.of("lat", -6.2, "lon", 106.8, "kecamatan", "Gambir"));
        String ticket = Opened.ticketOf(events, report);
        assertEquals(1, database.count("assignment where ticket_id = ? and agency = 'pusat'", UUID.fromString(ticket)));
        apply("pusat", command(ticket, "ACCEPT"));

        Clocks.pass(database, ticket, Duration.ofMinutes(121));
        awaitEscalations(ticket, 4);

        assertEquals(
                "ACCEPT",
                database.text(
                        "select string_agg(action, ',') from applied_command where ticket_id = ?",
                        UUID.fromString(ticket)));
        assertEquals(
                "RESOURCES_ASSIGNED",
                database.text(
                        "select status from assignment where ticket_id = ? and agency = 'pusat'",
                        UUID.fromString(ticket)));
        assertEquals(2, database.count("escalation where ticket_id = ? and duty_officer", UUID.fromString(ticket)));
    }

    @Test
    void a_referral_gives_the_next_agency_a_clock_of_its_own() {
        String ticket = open();
        Clocks.pass(database, ticket, MISSED);
        awaitEscalations(ticket, 2);
        Map<String, Object> referral = command(ticket, "REFER");
        referral.put("referTo", "bpbd");

        Instant before = Instant.now();
        apply("damkar", referral);

        as("bpbd1")
                .get("/api/v1/tickets/" + ticket)
                .then()
                .body("assignment.role", equalTo("LEAD"))
                .body("assignment.due.step", equalTo("ACCEPT"))
                .body("assignment.missed", nullValue());
        Instant due = Instant.parse(
                as("bpbd1").get("/api/v1/tickets/" + ticket).jsonPath().getString("assignment.due.at"));
        assertTrue(!due.isBefore(before.plus(Duration.ofMinutes(59))), due.toString());
        assertEquals(
                1,
                database.count(
                        "assignment where ticket_id = ? and agency = 'damkar' and check_at is null and missed_at is null",
                        UUID.fromString(ticket)));
        Clocks.pass(database, ticket, MISSED);
        await().atMost(PATIENCE)
                .until(() -> database.count(
                                "escalation where ticket_id = ? and agency = 'bpbd' and step = 'ACCEPT'",
                                UUID.fromString(ticket))
                        == 1);
    }

    @Test
    void one_that_is_broken_keeps_no_other_from_being_escalated() {
        String broken = open();
        String whole = open();
        // Nobody can read what it is linked to.
        database.execute("update ticket set links = '[' where id = ?", UUID.fromString(broken));

        database.execute(
                "update assignment set clock_from = clock_from - interval '61 minutes', check_at = now()"
                        + " where ticket_id in (?, ?)",
                UUID.fromString(broken),
                UUID.fromString(whole));
        awaitEscalations(whole, 2);

        assertEquals(0, database.count("escalation where ticket_id = ?", UUID.fromString(broken)));
        database.execute("update ticket set links = null where id = ?", UUID.fromString(broken));
        awaitEscalations(broken, 2);
    }

    @Test
    void a_step_of_a_clock_that_comes_back_is_not_told_again() {
        String ticket = open();
        Clocks.pass(database, ticket, MISSED);
        awaitEscalations(ticket, 2);

        // As after a merge and a split that left the clock as it was.
        database.execute(
                "update assignment set missed_step = null, missed_at = null, check_at = now() where ticket_id = ?",
                UUID.fromString(ticket));
        await().atMost(PATIENCE)
                .until(() -> database.count(
                                "assignment where ticket_id = ? and missed_step = 'ACCEPT'", UUID.fromString(ticket))
                        == 2);

        assertEquals(2, database.count("escalation where ticket_id = ?", UUID.fromString(ticket)));
        assertEquals(2, database.count("outbox_event where topic = 'ticket.escalation.v1' and record_key = ?", ticket));
    }

    private String open() {
        return Opened.ticketOf(events, Events.report(category));
    }

    private static void apply(String agency, Map<String, Object> command) {
        JsonNode reply = ask(agency, command);
        assertEquals("APPLIED", reply.path("result").asText(), reply.toString());
    }

    private void awaitEscalations(String ticket, int count) {
        await().atMost(PATIENCE)
                .until(() -> database.count("escalation where ticket_id = ?", UUID.fromString(ticket)) == count);
    }

    private long late(String ticket, String agency) {
        return database.count(
                "assignment where ticket_id = ? and agency = ? and missed_at is not null",
                UUID.fromString(ticket),
                agency);
    }

    private static Topic escalations() {
        return new Topic("ticket.escalation.v1", "admin");
    }

    private static Predicate<JsonNode> by(String agency) {
        return node -> node.path("agency").asText().equals(agency);
    }

    private static Predicate<JsonNode> step(String step) {
        return node -> node.path("step").asText().equals(step);
    }

    private static Predicate<JsonNode> late(String pointer) {
        return node -> !node.at(pointer).isMissingNode();
    }

    private static RequestSpecification as(String user) {
        return RestAssured.given().auth().oauth2(Tokens.user(user));
    }
}
