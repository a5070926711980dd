package id.tanggap.ticket.api;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.test.Tokens;
import id.tanggap.ticket.support.AgencyApp;
import id.tanggap.ticket.support.CapSchema;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Schemas;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets in the words of others: EIDO and CAP. */
@QuarkusTest
class StandardsOutTest extends OnStack {

    private static String flood;
    private static String medical;

    @BeforeEach
    void openAFloodAndAnIllness() {
        if (flood == null) {
            flood = SecretReport.open(events, "TIDAL_FLOOD");
            medical = SecretReport.open(events, "MEDICAL");
        }
    }

    @Test
    void a_ticket_is_told_as_an_eido_without_its_reporter() throws Exception {
        Response answer = as("ops1").get("/api/v1/tickets/" + flood + "/eido");

        assertEquals(200, answer.statusCode());
        JsonNode told = Events.JSON.readTree(answer.asString());
        assertEquals(List.of(), Schemas.faults(getClass().getResourceAsStream("/standards/eido.schema.json"), told));
        assertEquals(
                "HAZ",
                told.at("/incidentComponent/incidentTypeCommonRegistryText").asText());
        assertEquals(
                as("operator1").get("/api/v1/tickets/" + flood).path("number"),
                told.at("/incidentComponent/internalIncidentId").asText());
        assertFalse(answer.asString().contains("+62812"), "no reporter");
        as("operator1")
                .accept("application/EmergencyCallData.eido+json")
                .get("/api/v1/tickets/" + flood + "/eido")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/emergencycalldata.eido+json"));
    }

    @Test
    void a_disaster_is_told_as_cap_with_the_outline_of_its_desa() throws Exception {
        Response answer = as("ops1").get("/api/v1/tickets/" + flood + "/cap");

        assertEquals(200, answer.statusCode());
        assertTrue(answer.contentType().startsWith("application/cap+xml"));
        CapSchema.validate(answer.asString());
        assertTrue(answer.asString().contains("<value>33.20.06.1"), "the desa's code");
        assertTrue(answer.asString().contains("<polygon>-6."), "the desa's outline");
        assertFalse(answer.asString().contains(SecretReport.SECRET));
        as("ops1")
                .get("/api/v1/tickets/" + medical + "/cap")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tanggap:problem:not-a-disaster"));
    }

    @Test
    void each_state_of_a_disaster_takes_the_place_of_those_before_it() throws Exception {
        String ticket = SecretReport.open(events, "TIDAL_FLOOD");
        XmlPath alert = cap(ticket);
        assertEquals("Alert", alert.getString("alert.msgType"));
        assertEquals(alert.getString("alert.sent"), cap(ticket).getString("alert.sent"));

        AgencyApp.ask("bpbd", AgencyApp.command(ticket, "ACCEPT"));
        XmlPath update = cap(ticket);
        assertEquals("Update", update.getString("alert.msgType"));
        assertEquals(
                "%s,%s,%s"
                        .formatted(
                                alert.getString("alert.sender"),
                                alert.getString("alert.identifier"),
                                alert.getString("alert.sent")),
                update.getString("alert.references"));
        assertNotEquals(alert.getString("alert.identifier"), update.getString("alert.identifier"));

        List<String> agencies = as("operator1").get("/api/v1/tickets/" + ticket).path("assignments.agency");
        for (String agency : agencies) {
            AgencyApp.ask(agency, AgencyApp.command(ticket, "CLOSE"));
        }
        XmlPath cancel = cap(ticket);
        assertEquals("Cancel", cancel.getString("alert.msgType"));
        assertTrue(cancel.getString("alert.references")
                .contains(update.getString("alert.identifier") + "," + update.getString("alert.sent")));
    }

    @Test
    void what_was_cancelled_is_over_and_opened_again_it_is_a_new_alert() throws Exception {
        String ticket = SecretReport.open(events, "TIDAL_FLOOD");
        verify(ticket, 1, "HOAX");
        XmlPath cancel = cap(ticket);
        assertEquals("Cancel", cancel.getString("alert.msgType"));

        verify(ticket, 2, "GENUINE");

        XmlPath alert = cap(ticket);
        assertEquals("Alert", alert.getString("alert.msgType"));
        assertEquals(cancel.getString("alert.incidents"), alert.getString("alert.incidents"));
        assertTrue(alert.getString("alert.references")
                .endsWith(cancel.getString("alert.identifier") + "," + cancel.getString("alert.sent")));

        AgencyApp.ask("bpbd", AgencyApp.command(ticket, "ACCEPT"));
        assertEquals("Update", cap(ticket).getString("alert.msgType"));
    }

    private static void verify(String ticket, int version, String outcome) {
        as("operator1")
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(Map.of("outcome", outcome, "reason", "Ditelepon kembali"))
                .post("/api/v1/tickets/" + ticket + "/verification")
                .then()
                .statusCode(200);
    }

    private static XmlPath cap(String ticket) throws Exception {
        Response answer = as("ops1").get("/api/v1/tickets/" + ticket + "/cap");
        CapSchema.validate(answer.asString());
        return answer.xmlPath();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eido", "cap"})
    void an_unknown_ticket_and_a_foreign_role_are_refused(String standard) {
        as("ops1")
                .get("/api/v1/tickets/" + UUID.randomUUID() + "/" + standard)
                .then()
                .statusCode(404);
        as("bpbd1").get("/api/v1/tickets/" + flood + "/" + standard).then().statusCode(403);
        RestAssured.get("/api/v1/tickets/" + flood + "/" + standard).then().statusCode(401);
    }

    private static RequestSpecification as(String user) {
        return RestAssured.given().urlEncodingEnabled(false).auth().oauth2(Tokens.user(user));
    }
}
