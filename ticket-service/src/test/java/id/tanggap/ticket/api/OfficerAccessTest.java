package id.tanggap.ticket.api;

import static id.tanggap.ticket.api.TicketsResourceTest.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import id.tanggap.ticket.support.AgencyApp;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An agency's officer works its tickets as the agency itself does. What only its administrator may is notification-service's. */
@QuarkusTest
class OfficerAccessTest extends OnStack {

    @Test
    void an_officer_takes_on_the_own_agencys_ticket_under_the_own_name() {
        String ticket = Opened.ticketOf(events, Events.report("FIRE"));

        accept(ticket).statusCode(200).body("agency", equalTo("damkar")).body("status", equalTo("ResourcesAssigned"));

        as("officer1").get("/api/v1/tickets/" + ticket).then().body("assignment.status", equalTo("ResourcesAssigned"));
        as("supervisor1").get("/api/v1/tickets/" + ticket + "/history").then().body("actor.name", hasItem("officer1"));
    }

    @Test
    void another_agencys_ticket_is_not_there() {
        Map<String, Object> report = Events.report("WATER");
        report.put("lifeThreat", true);
        String ticket = Opened.ticketOf(events, report);

        as("officer1").get("/api/v1/tickets/" + ticket).then().statusCode(404);
        accept(ticket).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "categories, 200",
        "agencies, 200",
        "holidays?year=2026, 200",
        "area-rules, 200",
        "areas?name=Tahunan, 200",
        "call-backs, 403",
        "backlog, 403",
        "verification-queue, 403",
        "reports/daily, 403",
        "retention, 403",
        "reference-changes, 403",
        "history/verification, 403",
    })
    void an_officer_reads_what_an_agency_reads(String path, int status) {
        as("officer1").get("/api/v1/" + path).then().statusCode(status);
        as("damkar1").get("/api/v1/" + path).then().statusCode(status);
    }

    private static ValidatableResponse accept(String ticket) {
        return as("officer1")
                .contentType("application/json")
                .body(AgencyApp.command(ticket, "ACCEPT"))
                .post("/api/v1/tickets/" + ticket + "/commands")
                .then();
    }
}
