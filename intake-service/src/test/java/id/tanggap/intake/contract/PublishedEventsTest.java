package id.tanggap.intake.contract;

import static id.tanggap.intake.support.Api.announce;
import static id.tanggap.intake.support.Api.call;
import static id.tanggap.intake.support.Api.dispose;
import static id.tanggap.intake.support.Api.event;
import static id.tanggap.intake.support.Api.newCall;
import static id.tanggap.intake.support.Api.report;
import static id.tanggap.intake.support.Api.tell;
import static id.tanggap.intake.support.Topic.header;
import static id.tanggap.intake.support.Topic.json;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.tanggap.intake.support.Api;
import id.tanggap.intake.support.OnStack;
import id.tanggap.intake.support.Schemas;
import id.tanggap.intake.support.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the running service publishes is what its contract says, data and headers. */
@QuarkusTest
class PublishedEventsTest extends OnStack {

    @Test
    void every_change_of_a_call_is_published_as_the_contract_says() throws IOException {
        Map<String, Object> call = call(newCall());
        String id = (String) call.get("callId");
        announce(call).then().statusCode(201);
        Map<String, Object> transfer = event("TRANSFERRED", 3);
        transfer.put("transferredTo", "119");
        tell(id, event("ANSWERED", 1)).then().statusCode(202);
        tell(id, event("DTMF", 2)).then().statusCode(202);
        tell(id, transfer).then().statusCode(202);
        tell(id, event("ENDED", 4)).then().statusCode(202);
        dispose(id, "NORMAL").then().statusCode(204);
        String given = newCall();
        announce(call(given)).then().statusCode(201);
        tell(given, event("ABANDONED", 0)).then().statusCode(202);

        try (Topic calls = new Topic("intake.call.v1")) {
            var records = calls.await(id, 6);
            for (var record : records) {
                asTheContractSays("call", record);
            }
            assertEquals(
                    List.of("RECEIVED", "ANSWERED", "DTMF", "TRANSFERRED", "ENDED", "DISPOSITION"),
                    records.stream()
                            .map(record -> json(record).path("change").asText())
                            .toList());
            JsonNode last = json(records.getLast());
            assertEquals(call.get("startedAt"), last.path("startedAt").asText());
            assertEquals("55", last.path("dtmf").asText());
            assertEquals("119", last.path("transferredTo").asText());
            assertEquals("ENDED", last.path("status").asText());
            assertEquals("NORMAL", last.path("disposition").asText());
            assertEquals(-6.5888, last.path("location").path("lat").asDouble());
            var abandoned = calls.await(given, 2).getLast();
            asTheContractSays("call", abandoned);
            assertEquals("ABANDONED", json(abandoned).path("status").asText());
            assertFalse(json(abandoned).has("answeredAt"));
        }
    }

    @Test
    void a_report_is_published_as_the_contract_says() throws IOException {
        String id = Api.announced();
        Api.report(id, report()).then().statusCode(201);
        try (Topic reports = new Topic("intake.report.v1")) {
            asTheContractSays("report", reports.await(id, 1).getFirst());
        }
    }

    @Test
    void a_report_told_once_more_with_its_call_is_published_as_the_contract_says() throws IOException {
        String id = newCall();
        Api.report(id, report()).then().statusCode(201);
        announce(call(id)).then().statusCode(201);
        try (Topic reports = new Topic("intake.report.v1")) {
            asTheContractSays("report", reports.await(id, 2).getLast());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'desa': ' '}", "{'kecamatan': '\u3000', 'address': '', 'lat': null}"})
    void a_place_of_which_nothing_is_told_is_published_as_none(String place) throws IOException {
        String id = Api.announced();
        Map<String, Object> report = report();
        report.put("location", new ObjectMapper().readTree(place.replace('\'', '"')));
        Api.report(id, report).then().statusCode(201);
        try (Topic reports = new Topic("intake.report.v1")) {
            var record = reports.await(id, 1).getFirst();
            asTheContractSays("report", record);
            assertFalse(json(record).has("location"));
        }
        Api.get(id).then().body("report.location", nullValue());
    }

    @Test
    void sound_is_published_as_the_contract_says() throws IOException {
        String id = Api.announced();
        Api.audio(id, 0, Api.L16, new byte[4_000]).then().statusCode(202);
        try (Topic sound = new Topic("intake.audio.v1")) {
            var record = sound.await(id, 1).getFirst();
            assertEquals(List.of(), headerFaults("audio", record));
        }
    }

    @Test
    void the_rest_interface_is_described() {
        String described = Api.as("operator1")
                .accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var paths = io.restassured.path.json.JsonPath.from(described);
        org.hamcrest.MatcherAssert.assertThat(
                paths.getMap("paths").keySet().stream().map(Object::toString).toList(),
                hasItems(
                        "/api/v1/calls",
                        "/api/v1/calls/stream",
                        "/api/v1/calls/{callId}",
                        "/api/v1/calls/{callId}/audio",
                        "/api/v1/calls/{callId}/disposition",
                        "/api/v1/calls/{callId}/events",
                        "/api/v1/calls/{callId}/report"));
        paths.<String, Map<String, Map<String, Object>>>getMap("paths")
                .forEach((path, operations) -> operations.forEach((method, operation) -> {
                    if (List.of("get", "post").contains(method)) {
                        Map<?, ?> responses = (Map<?, ?>) operation.get("responses");
                        assertTrue(responses.containsKey("default"), method + " " + path + " tells of problems");
                        assertTrue(operation.containsKey("summary"), method + " " + path + " has a summary");
                    }
                }));
    }

    private static void asTheContractSays(String message, ConsumerRecord<String, byte[]> record) throws IOException {
        assertEquals(List.of(), Schemas.faults("intake." + message + ".v1", json(record)));
        assertEquals(List.of(), headerFaults(message, record));
        assertEquals(record.key(), header(record, "ce_partitionkey"));
        assertEquals(json(record).path("callId").asText(), record.key());
        assertEquals("application/json", header(record, "content-type"));
        assertTrue(
                Instant.parse(header(record, "ce_time")).isAfter(Instant.now().minusSeconds(600)));
        assertFalse(new String(record.value(), java.nio.charset.StandardCharsets.UTF_8).contains(":null"), "no nulls");
    }

    /** The record's headers against the schema that the AsyncAPI document has for them. */
    private static List<String> headerFaults(String message, ConsumerRecord<String, byte[]> record) throws IOException {
        try (var document = PublishedEventsTest.class.getResourceAsStream("/META-INF/tanggap/asyncapi.yaml")) {
            ObjectNode schema = (ObjectNode) new YAMLMapper()
                    .readTree(document)
                    .path("components")
                    .path("messages")
                    .path(message)
                    .path("headers");
            schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
            ObjectNode headers = schema.objectNode();
            record.headers().forEach(h -> headers.put(h.key(), header(record, h.key())));
            return Schemas.faults(new ByteArrayInputStream(schema.toString().getBytes()), headers);
        }
    }
}
