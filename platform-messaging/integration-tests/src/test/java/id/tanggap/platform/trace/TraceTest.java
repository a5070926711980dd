package id.tanggap.platform.trace;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.KafkaPeers;
import id.tanggap.platform.event.TraceParent;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A trace on its way through the outbox; how the spans hang together is the system's test to show. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class TraceTest {

    private static final String CALLER = "00f067aa0ba902b7";

    @Test
    void a_record_belongs_to_the_trace_of_the_request_that_led_to_it() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        String note = "t" + trace.substring(0, 12);
        List<String> parents = new ArrayList<>();
        try (var consumer = KafkaPeers.consumer("sample-service")) {
            consumer.subscribe(List.of("sample.note.v1"));
            given().header("traceparent", "00-" + trace + "-" + CALLER + "-01")
                    .contentType("application/json")
                    .body(Map.of("noteId", note, "texts", List.of("traced")))
                    .post("/api/v1/notes")
                    .then()
                    .statusCode(200);
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (note.equals(record.key())) {
                        parents.add(new String(
                                record.headers().lastHeader(TraceParent.HEADER).value(), UTF_8));
                    }
                }
                return !parents.isEmpty();
            });
        }

        String[] parent = parents.getFirst().split("-");
        assertEquals(trace, parent[1]);
        assertNotEquals(CALLER, parent[2], "the caller's own span");
        assertEquals("01", parent[3]);
    }

    @Test
    void without_a_collector_nothing_waits_to_be_sent() {
        assertEquals(
                List.of(),
                Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> name.startsWith("BatchSpanProcessor"))
                        .toList());
    }
}
