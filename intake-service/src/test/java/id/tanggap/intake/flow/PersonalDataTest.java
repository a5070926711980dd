package id.tanggap.intake.flow;

import static id.tanggap.intake.support.Api.announce;
import static id.tanggap.intake.support.Api.announced;
import static id.tanggap.intake.support.Api.call;
import static id.tanggap.intake.support.Api.event;
import static id.tanggap.intake.support.Api.newCall;
import static id.tanggap.intake.support.Api.newNumber;
import static id.tanggap.intake.support.Api.report;
import static id.tanggap.intake.support.Api.tell;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.intake.support.Api;
import id.tanggap.intake.support.Database;
import id.tanggap.intake.support.LogCapture;
import id.tanggap.intake.support.OnStack;
import id.tanggap.intake.support.Topic;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A caller's number and a reporter's name are nowhere to be read but where an operator opens the call (UU PDP 27/2022). */
@QuarkusTest
class PersonalDataTest extends OnStack {

    private static final String NAME = "Nur Hidayah Penguji";

    @Inject
    Database database;

    @Test
    void a_number_and_a_name_are_in_no_column_on_no_topic_and_in_no_log() {
        String caller = newNumber();
        String contact = newNumber();
        String odd = "ext" + newNumber();
        String text;
        try (LogCapture log = new LogCapture()) {
            String id = newCall();
            text = everythingThatMayHappen(id, caller, contact, odd);
            // The capture itself sees what is logged.
            org.jboss.logging.Logger.getLogger(getClass()).warnf("event=heard mark=%s", id);
            assertTrue(log.text().contains(id));
            for (String secret : List.of(caller, contact, odd, NAME, text)) {
                assertFalse(log.text().contains(secret), "logged: " + secret);
            }
        }
        for (String topic : List.of("intake.call.v1", "intake.report.v1", "intake.audio.v1")) {
            assertEquals(List.of(), holding(topic, List.of(caller, contact, odd, NAME)), topic);
        }
        for (String secret : List.of(caller, contact, odd, NAME)) {
            assertEquals(List.of(), database.columnsHolding(secret));
        }
        // The search itself finds what is there.
        assertTrue(database.columnsHolding(text).contains("report.text"));
    }

    /** Tells the report's text, which may be stored but not logged. */
    private static String everythingThatMayHappen(String id, String caller, String contact, String odd) {
        Map<String, Object> call = call(id);
        call.put("from", "0" + caller);
        announce(call).then().statusCode(201);
        announce(call).then().statusCode(200);
        call.put("to", "110");
        assertSilent(announce(call).then().statusCode(409).extract().asString(), caller);
        Map<String, Object> strange = call(newCall());
        strange.put("from", odd);
        announce(strange).then().statusCode(201);
        Map<String, Object> wrong = call(newCall());
        wrong.put("from", List.of("0" + caller));
        assertSilent(announce(wrong).then().statusCode(400).extract().asString(), caller);
        tell(id, event("ANSWERED", 1)).then().statusCode(202);

        Map<String, Object> report = report();
        report.put("reporter", Map.of("name", NAME, "contact", "0" + contact));
        Api.report(id, report).then().statusCode(201);
        Api.report(id, report).then().statusCode(200);
        Map<String, Object> other = report();
        other.put("reporter", Map.of("name", NAME, "contact", "0" + contact));
        assertSilent(Api.report(id, other).then().statusCode(409).extract().asString(), contact);
        other.put("reporter", Map.of("name", NAME, "contact", odd));
        assertSilent(Api.report(id, other).then().statusCode(400).extract().asString(), odd);
        Api.dispose(id, "NORMAL").then().statusCode(204);
        Api.as("operator1").get(Api.CALLS + "?limit=5").then().statusCode(200);
        Api.get(id).then().statusCode(200);
        return (String) report.get("text");
    }

    private static void assertSilent(String answer, String secret) {
        assertFalse(answer.contains(secret), answer);
        assertFalse(answer.contains(NAME), answer);
    }

    private static List<String> holding(String topic, List<String> secrets) {
        String later = announced();
        Api.report(later, report()).then().statusCode(201);
        Api.audio(later, 0, Api.MU_LAW, new byte[100]).then().statusCode(202);
        try (Topic read = new Topic(topic)) {
            read.all("nothing", later);
            return read.seen().stream()
                    .filter(record -> secrets.stream().anyMatch(secret -> holds(record, secret)))
                    .map(ConsumerRecord::key)
                    .toList();
        }
    }

    private static boolean holds(ConsumerRecord<String, byte[]> record, String secret) {
        StringBuilder all = new StringBuilder(record.key()).append(new String(record.value(), UTF_8));
        record.headers().forEach(header -> all.append(new String(header.value(), UTF_8)));
        return all.indexOf(secret) >= 0;
    }
}
