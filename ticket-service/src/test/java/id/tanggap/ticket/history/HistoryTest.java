package id.tanggap.ticket.history;

import static id.tanggap.ticket.support.AgencyApp.ask;
import static id.tanggap.ticket.support.AgencyApp.command;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.Scrape;
import id.tanggap.local.test.Tokens;
import id.tanggap.ticket.support.AgencyApp;
import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import id.tanggap.ticket.support.Topic;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HistoryTest extends OnStack {

    @Inject
    Database database;

    @TestHTTPResource
    String address;

    @Test
    void a_tickets_life_is_told_by_whom_why_and_what_was_another_after_it() {
        Map<String, Object> report = Events.report("WATER");
        report.put("reporter", Events.sealed("Ibu Siti", "+6281234567890"));
        String ticket = Opened.ticketOf(events, report);
        Map<String, Object> accept = command(ticket, "ACCEPT");
        accept.put("by", "Regu 2");
        accept.put("note", "Berangkat dari Tahunan");
        assertEquals("APPLIED", ask("pdam", accept).path("result").asText());
        try (Topic tickets = Topic.tickets()) {
            events.assessment((String) report.get("callId"), 1, 0.25, true);
            tickets.awaitOne(AgencyApp.of(ticket)
                    .and(node -> node.path("change").asText().equals("ASSESSED")));
        }

        ValidatableResponse history =
                as("supervisor1").get("/api/v1/tickets/" + ticket + "/history").then();

        history.statusCode(200)
                .body("change", contains("OPENED", "ASSIGNMENT", "ASSESSED"))
                .body("version", contains(1, 2, 3))
                .body("actor.name", contains("operator1", "agency-pdam", "triage-service"))
                .body("actor.role", contains("OPERATOR", "AGENCY", "SERVICE"))
                .body("[1].why", equalTo("Regu 2: Berangkat dari Tahunan"))
                .body("[1].differences.find { it.field == '/assignments/0/status' }.before", equalTo("Active"))
                .body(
                        "[1].differences.find { it.field == '/assignments/0/status' }.after",
                        equalTo("ResourcesAssigned"))
                .body("[1].differences.field", not(hasItem("/number")))
                .body("[2].differences.find { it.field == '/assessment/hoaxLikelihood' }.after", equalTo("0.25"));
        String kept = database.text(
                "select string_agg(details, ' ') from ticket_history_details d join ticket_history h"
                        + " on h.position = d.position where ticket_id = ?",
                UUID.fromString(ticket));
        assertTrue(kept.contains("Berangkat dari Tahunan"));
        assertTrue(!kept.contains("Siti") && !kept.contains("6281234567890"), "no reporter in the history");
    }

    @Test
    void who_looked_at_the_reporter_is_in_the_history_and_who_may_not_look_is_not() {
        Map<String, Object> report = Events.report("FIRE");
        report.put("reporter", Events.sealed("Ibu Siti", "+6281234567890"));
        String ticket = Opened.ticketOf(events, report);
        for (String user : new String[] {"operator1", "supervisor1", "damkar1"}) {
            as(user).get("/api/v1/tickets/" + ticket).then().body("reporter.name", equalTo("Ibu Siti"));
        }
        for (String user : new String[] {"ops1", "dinkes1"}) {
            as(user).get("/api/v1/tickets/" + ticket).then().statusCode(200).body("reporter", nullValue());
        }
        as("pdam1").get("/api/v1/tickets/" + ticket).then().statusCode(404);

        as("ops1")
                .get("/api/v1/tickets/" + ticket + "/history")
                .then()
                .body("change", contains("OPENED", "REPORTER_VIEWED", "REPORTER_VIEWED", "REPORTER_VIEWED"))
                .body("actor.name", contains("operator1", "operator1", "supervisor1", "damkar1"))
                .body("actor.role", contains("OPERATOR", "OPERATOR", "SUPERVISOR", "AGENCY"));
    }

    @ParameterizedTest
    @CsvSource({"pdam1, 403", "operator1, 404", "ops1, 404"})
    void only_the_command_centre_looks_back(String user, int unknownTicket) {
        as(user).get("/api/v1/tickets/" + UUID.randomUUID() + "/history").then().statusCode(unknownTicket);
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator1", "pdam1", "gateway1"})
    void only_who_answers_for_it_verifies(String user) {
        if (user.equals("gateway1")) {
            RestAssured.given().get("/api/v1/history/verification").then().statusCode(401);
        } else {
            as(user).get("/api/v1/history/verification").then().statusCode(403);
        }
    }

    /** Neither its rows nor what keeps it from changing them: a hostile session of the service is still the service's role. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update ticket_history set actor = 'nobody'                           | permission denied",
                "delete from ticket_history                                           | permission denied",
                "truncate ticket_history                                              | permission denied",
                "update ticket_history_details set details = '{}'                     | permission denied",
                "truncate ticket_history_details                                      | permission denied",
                "delete from ticket_history_details                                   | kept as long as the ticket",
                "drop table ticket_history                                            | must be owner",
                "alter table ticket_history add column extra text                     | must be owner",
                "alter table ticket_history_details disable trigger all               | must be owner",
                "create or replace rule no as on insert to ticket_history do nothing  | must be owner",
                "create table other (id bigint)                                       | permission denied",
                "drop function search_words(text)                                     | must be owner",
                "drop schema public cascade                                           | must be owner",
                "set role ticket_owner                                                | permission denied",
                "set session_replication_role = replica                               | permission denied",
                "delete from flyway_schema_history                                    | permission denied",
                "alter default privileges for role ticket_owner grant all on tables to ticket | permission denied",
            })
    void the_service_cannot_change_its_history(String attempt, String refusal) throws SQLException {
        Opened.ticketOf(events, Events.report("WATER"));

        try (Connection connection = database.openAsService();
                Statement statement = connection.createStatement()) {
            var refused = assertThrows(SQLException.class, () -> statement.execute(attempt));
            assertTrue(refused.getMessage().contains(refusal), refused.toString());
        }
    }

    /** Where somebody may not grant, PostgreSQL warns and grants nothing. */
    @Test
    void the_service_cannot_give_itself_the_right_to_change_its_history() throws SQLException {
        try (Connection connection = database.openAsService();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("ticket_history", "ticket_history_details")) {
                try {
                    statement.execute("grant all on " + table + " to current_user");
                } catch (SQLException e) {
                    assertTrue(e.getMessage().contains("permission denied"), e.toString());
                }
            }
            try (ResultSet rights = statement.executeQuery(
                    """
                    select has_table_privilege('ticket_history', 'update, delete, truncate, references, trigger, maintain'),
                           has_table_privilege('ticket_history_details', 'update, truncate, references, trigger, maintain'),
                           pg_has_role('ticket_owner', 'member')
                    """)) {
                rights.next();
                for (int column = 1; column <= 3; column++) {
                    assertFalse(rights.getBoolean(column), "right " + column);
                }
            }
        }
    }

    @Test
    void changes_at_the_same_moment_follow_each_other_in_the_chain() {
        var tickets = IntStream.range(0, 12)
                .mapToObj(i -> Opened.ticketOf(events, Events.report("WATER")))
                .toList();
        tickets.parallelStream().forEach(ticket -> as("pdam1")
                .contentType("application/json")
                .body(AgencyApp.command(ticket, "ACCEPT"))
                .post("/api/v1/tickets/" + ticket + "/commands")
                .then()
                .statusCode(200));

        verified().body("intact", equalTo(true));
    }

    @Test
    void what_a_stronger_hand_did_to_the_chain_is_found_where_it_was_done() {
        String ticket = Opened.ticketOf(events, Events.report("WATER"));
        ask("pdam", command(ticket, "ACCEPT"));
        ask("pdam", command(ticket, "CLOSE"));
        long accepted = Long.parseLong(database.text(
                "select position from ticket_history where ticket_id = ? and version = 2", UUID.fromString(ticket)));
        verified().body("intact", equalTo(true));

        // No clock of another test's ticket may write on while the end of the chain is not where it belongs.
        database.execute("update assignment set check_at = null where check_at is not null");
        database.execute("grant update, delete on ticket_history, ticket_history_details to current_user");
        try {
            String details = "update ticket_history_details set details = replace(details, ?, ?) where position = ?";
            database.execute(details, "ResourcesAssigned", "Forged", accepted);
            verified()
                    .body("intact", equalTo(false))
                    .body("fault.position", equalTo((int) accepted))
                    .body("fault.kind", equalTo("DETAILS_CHANGED"));
            database.execute(details, "Forged", "ResourcesAssigned", accepted);
            tampered("at = at - interval '1 hour'", accepted, "RECORD_CHANGED");
            tampered("actor = 'nobody'", accepted, "RECORD_CHANGED");
            tampered("position = -position", accepted, "MISSING");
            database.execute("update history_head set position = position + 1");
            verified().body("intact", equalTo(false)).body("fault.kind", equalTo("OTHER_END"));
            // Without being asked, too.
            awaitBroken(1);
            database.execute("update history_head set position = position - 1");
            awaitBroken(0);
            // More places are empty than are read at once, and the chain claims to go on behind them.
            database.execute("update history_head set position = position + 5000");
            verified().body("intact", equalTo(false)).body("fault.kind", equalTo("MISSING"));
            database.execute("update history_head set position = position - 5000");
        } finally {
            database.execute("revoke update, delete on ticket_history from current_user");
            database.execute("revoke update on ticket_history_details from current_user");
        }
    }

    /** Does it, sees that it is found there, and undoes it. */
    private void tampered(String how, long position, String kind) {
        database.execute("create table kept as select * from ticket_history where position = " + position);
        database.execute("update ticket_history set " + how + " where position = ?", position);
        verified()
                .body("intact", equalTo(false))
                .body("fault.position", equalTo((int) position))
                .body("fault.kind", equalTo(kind));
        database.execute("delete from ticket_history where position in (?, ?)", position, -position);
        database.execute("insert into ticket_history select * from kept");
        database.execute("drop table kept");
        verified().body("intact", equalTo(true));
    }

    private void awaitBroken(double broken) {
        String base = address.replaceAll("/$", "");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Scrape.of(base).sum("tanggap_history_chain_broken") == broken);
    }

    private static ValidatableResponse verified() {
        return as("ops1").get("/api/v1/history/verification").then().statusCode(200);
    }

    private static RequestSpecification as(String user) {
        return RestAssured.given().auth().oauth2(Tokens.user(user));
    }
}
