package id.tanggap.intake.flow;

import static id.tanggap.intake.support.Api.announce;
import static id.tanggap.intake.support.Api.announced;
import static id.tanggap.intake.support.Api.call;
import static id.tanggap.intake.support.Api.get;
import static id.tanggap.intake.support.Api.newCall;
import static id.tanggap.intake.support.Api.newNumber;
import static id.tanggap.intake.support.Api.report;
import static id.tanggap.intake.support.Topic.header;
import static id.tanggap.intake.support.Topic.json;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.intake.support.Api;
import id.tanggap.intake.support.Database;
import id.tanggap.intake.support.OnStack;
import id.tanggap.intake.support.Schemas;
import id.tanggap.intake.support.Topic;
import id.tanggap.local.stack.Credentials;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.platform.seal.Seal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator writes down becomes one event, with the reporter sealed for ticket-service. */
@QuarkusTest
class ReportTest extends OnStack {

    @Inject
    Database database;

    @Test
    void a_report_is_created_once_and_the_same_again_is_answered_the_same() throws Exception {
        String id = announced();
        Map<String, Object> report = report();

        Response first = Api.report(id, report);
        first.then().statusCode(201).body("callId", equalTo(id));
        Response again = Api.report(id, report);
        again.then().statusCode(200);

        assertEquals(first.asString(), again.asString());
        assertEquals(1, events(id).size());
    }

    @Test
    void twenty_of_the_same_at_once_are_one_report() throws Exception {
        String id = announced();
        Map<String, Object> report = report();

        var answers = CallTest.atOnce(Collections.nCopies(20, () -> Api.report(id, report)));

        assertEquals(1, answers.stream().filter(a -> a.statusCode() == 201).count());
        assertEquals(19, answers.stream().filter(a -> a.statusCode() == 200).count());
        assertEquals(1, events(id).size());
    }

    @ParameterizedTest(name = "another {0}")
    @CsvSource({"category, FLOOD", "text, Sudah padam", "lifeThreat, false", "location, ", "reporter, "})
    void another_report_of_the_same_call_is_a_conflict_and_changes_nothing(String field, String value) {
        String id = announced();
        Map<String, Object> report = report();
        Api.report(id, report).then().statusCode(201);

        report.put(field, field.equals("lifeThreat") ? Boolean.valueOf(value) : value);
        Api.report(id, report).then().statusCode(409).body("type", equalTo("urn:tanggap:problem:conflict"));

        assertEquals(1, events(id).size());
    }

    @Test
    void the_event_tells_all_but_the_reporter_who_is_sealed_for_ticket_service() throws Exception {
        Map<String, Object> call = call(newCall());
        String id = (String) call.get("callId");
        String reference = announce(call).then().extract().path("callerRef");
        String number = newNumber();
        Map<String, Object> report = report();
        report.put("reporter", Map.of("name", "Siti Aminah", "contact", "0" + number));
        Response answer = Api.report(id, report);

        var record = events(id).getFirst();
        JsonNode event = json(record);

        assertEquals(List.of(), Schemas.faults("intake.report.v1", event));
        assertEquals(answer.path("reportId"), event.path("reportId").asText());
        assertEquals(event.path("reportId").asText(), header(record, "ce_subject"));
        assertEquals("1", header(record, "ce_sequence"));
        assertEquals(reference, event.path("callerRef").asText());
        assertEquals(call.get("startedAt"), event.path("callStartedAt").asText());
        assertEquals(report.get("category"), event.path("category").asText());
        assertEquals(report.get("text"), event.path("text").asText());
        assertEquals(true, event.path("lifeThreat").asBoolean());
        assertEquals("Panggang", event.path("location").path("desa").asText());
        assertEquals("operator1", event.path("reportedBy").asText());
        assertFalse(event.toString().contains(number));
        assertFalse(event.toString().contains("Siti"));
        assertEquals(
                new ObjectMapper().readTree("{\"name\":\"Siti Aminah\",\"contact\":\"+62" + number + "\"}"),
                opened(event));
        assertEquals(0, database.count("report where call_id = ? and report::text like ?", id, "%" + number + "%"));
        assertEquals(0, database.count("report where call_id = ? and report::text like '%Siti%'", id));
    }

    @Test
    void who_gives_no_other_number_is_rung_back_at_the_one_they_call_from() throws Exception {
        Map<String, Object> call = call(newCall());
        String number = newNumber();
        call.put("from", "0" + number);
        announce(call);
        Map<String, Object> report = report();
        report.remove("reporter");
        Api.report((String) call.get("callId"), report).then().statusCode(201);

        JsonNode event = json(events((String) call.get("callId")).getFirst());

        assertEquals("+62" + number, opened(event).path("contact").asText());
    }

    @Test
    void a_report_may_come_before_its_call_and_is_not_held_back() {
        String id = newCall();
        Map<String, Object> report = report();
        report.remove("reporter");
        Api.report(id, report).then().statusCode(201);

        JsonNode event = json(events(id).getFirst());
        assertEquals(List.of(), Schemas.faults("intake.report.v1", event));
        assertFalse(event.has("callStartedAt"));
        assertFalse(event.has("reporter"));

        announce(call(id)).then().statusCode(201);
        get(id).then().body("report.text", equalTo(report.get("text")));
        Api.report(id, report).then().statusCode(200);
    }

    @Test
    void a_report_that_came_before_its_call_is_told_once_more_with_who_called() throws Exception {
        Map<String, Object> call = call(newCall());
        String id = (String) call.get("callId");
        String number = newNumber();
        call.put("from", "0" + number);
        Map<String, Object> report = report();
        report.put("reporter", Map.of("name", "Siti Aminah"));
        Api.report(id, report).then().statusCode(201);
        String reference = announce(call).then().statusCode(201).extract().path("callerRef");
        announce(call).then().statusCode(200);
        Api.report(id, report).then().statusCode(200);

        var records = events(id);
        assertEquals(2, records.size());
        JsonNode first = json(records.getFirst());
        JsonNode second = json(records.getLast());
        assertEquals(List.of(), Schemas.faults("intake.report.v1", second));
        assertEquals("2", header(records.getLast(), "ce_sequence"));
        assertEquals(header(records.getFirst(), "ce_subject"), header(records.getLast(), "ce_subject"));
        assertEquals(reference, second.path("callerRef").asText());
        assertEquals(call.get("startedAt"), second.path("callStartedAt").asText());
        for (String same :
                List.of("reportId", "category", "text", "lifeThreat", "location", "reportedAt", "reportedBy")) {
            assertEquals(first.path(same), second.path(same), same);
        }
        assertFalse(opened(first).has("contact"));
        assertEquals(
                new ObjectMapper().readTree("{\"name\":\"Siti Aminah\",\"contact\":\"+62" + number + "\"}"),
                opened(second));
        get(id).then().body("report.reporter.contact", equalTo("+62" + number));
    }

    @Test
    void a_number_that_the_reporter_gave_is_not_replaced_by_the_one_they_call_from() throws Exception {
        String id = newCall();
        String given = newNumber();
        Map<String, Object> report = report();
        report.put("reporter", Map.of("contact", "0" + given));
        Api.report(id, report).then().statusCode(201);
        announce(call(id)).then().statusCode(201);

        assertEquals(
                "+62" + given,
                opened(json(events(id).getLast())).path("contact").asText());
    }

    @Test
    void the_smallest_report_is_a_report() {
        String id = announced();
        Api.report(id, Map.of("category", "OTHER", "text", "?", "lifeThreat", false))
                .then()
                .statusCode(201);
        assertEquals(
                List.of(), Schemas.faults("intake.report.v1", json(events(id).getFirst())));
    }

    @Test
    void a_category_that_only_ticket_service_may_know_is_never_refused() {
        String id = announced();
        Map<String, Object> report = report();
        report.put("category", "INVENTED_TOMORROW_9");
        Api.report(id, report).then().statusCode(201);
        assertTrue(!events(id).isEmpty());
    }

    private static JsonNode opened(JsonNode event) throws Exception {
        String key = EmbeddedStack.config().credentials().keys().get(Credentials.HANDOVER_KEY);
        String sealed = event.path("reporter").asText();
        // Ticket-service finds the key by this name.
        assertEquals("handover-1", headerOf(sealed).path("kid").asText());
        return new ObjectMapper().readTree(Seal.ofBase64(key, "handover-1").open(sealed));
    }

    private static JsonNode headerOf(String jwe) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(jwe.substring(0, jwe.indexOf('.'))));
    }

    private static List<org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]>> events(String callId) {
        String later = announced();
        Api.report(later, report()).then().statusCode(201);
        try (Topic reports = new Topic("intake.report.v1")) {
            return reports.all(callId, later);
        }
    }
}
