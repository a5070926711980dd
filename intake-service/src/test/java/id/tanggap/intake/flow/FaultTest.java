package id.tanggap.intake.flow;

import static id.tanggap.intake.support.Api.MU_LAW;
import static id.tanggap.intake.support.Api.announce;
import static id.tanggap.intake.support.Api.announced;
import static id.tanggap.intake.support.Api.audio;
import static id.tanggap.intake.support.Api.call;
import static id.tanggap.intake.support.Api.event;
import static id.tanggap.intake.support.Api.get;
import static id.tanggap.intake.support.Api.newCall;
import static id.tanggap.intake.support.Api.report;
import static id.tanggap.intake.support.Api.tell;
import static id.tanggap.intake.support.Topic.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.intake.support.Api;
import id.tanggap.intake.support.Database;
import id.tanggap.intake.support.OnStack;
import id.tanggap.intake.support.Topic;
import id.tanggap.intake.support.Triage;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Killed servers and poisoned records: what was accepted is published once, what was not is told so at once. */
@QuarkusTest
class FaultTest extends OnStack {

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    @BeforeAll
    static void fetchTokensWhileAllIsWell() {
        Tokens.client("gateway");
        Tokens.user("operator1");
    }

    @Test
    void without_the_database_nothing_is_accepted_and_the_same_is_soon_after_it_is_back() throws Exception {
        String known = announced();
        Map<String, Object> call = call(newCall());
        String id = (String) call.get("callId");
        Map<String, Object> report = report();
        EmbeddedStack.postgres().kill();
        try {
            unavailable(() -> announce(call));
            unavailable(() -> tell(known, event("ANSWERED", 1)));
            unavailable(() -> Api.report(known, report));
            unavailable(() -> Api.dispose(known, "GHOST"));
            unavailable(() -> get(known));
        } finally {
            EmbeddedStack.postgres().start();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> announce(call).statusCode() == 201);
        announce(call).then().statusCode(200);
        Api.report(known, report).then().statusCode(201);
        get(known).then().body("status", equalTo("RINGING")).body("disposition", org.hamcrest.Matchers.nullValue());
        try (Topic calls = new Topic("intake.call.v1")) {
            assertEquals(1, events(calls.all(id, announced())));
            assertEquals(1, events(calls.of(known)));
        }
    }

    /** Gateways that try again until they are heard, and a database that is killed while they do. */
    @Test
    void a_database_killed_amid_calls_loses_none_that_was_accepted_and_doubles_none() throws Exception {
        List<Map<String, Object>> all =
                IntStream.range(0, 120).mapToObj(i -> call(newCall())).toList();
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        try (var gateways = Executors.newFixedThreadPool(8)) {
            all.forEach(call -> gateways.submit(() -> untilAccepted(call, accepted, refused)));
            await().atMost(Duration.ofSeconds(30)).until(() -> accepted.get() > 20);
            EmbeddedStack.postgres().kill();
            await().atMost(Duration.ofSeconds(30)).until(() -> refused.get() > 0);
            EmbeddedStack.postgres().start();
        }
        assertEquals(all.size(), accepted.get());
        try (Topic calls = new Topic("intake.call.v1")) {
            calls.await(announced(), 1);
            for (Map<String, Object> call : all) {
                var records = calls.await((String) call.get("callId"), 1);
                assertEquals("1", header(records.getFirst(), "ce_sequence"));
            }
            for (Map<String, Object> call : all) {
                assertEquals(1, events(calls.of((String) call.get("callId"))));
            }
        }
        all.forEach(call -> assertEquals(1, database.count("phone_call where call_id = ?", call.get("callId"))));
    }

    /** A repeat of the same event, as Kafka may give after a fault, has the same id; two events have not. */
    private static long events(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> header(record, "ce_id"))
                .distinct()
                .count();
    }

    @Test
    void without_the_broker_calls_are_accepted_and_published_when_it_is_back() throws Exception {
        announced();
        String before = announced();
        String id;
        // A connection from before the database was killed, in another test, counts as none for some seconds.
        await().atMost(Duration.ofSeconds(60))
                .until(() -> io.restassured.RestAssured.get("/q/health/ready").statusCode() == 200);
        EmbeddedStack.kafka().kill();
        try {
            id = newCall();
            announce(call(id)).then().statusCode(201);
            tell(id, event("ANSWERED", 1)).then().statusCode(202);
            tell(id, event("ENDED", 2)).then().statusCode(202);
            Api.report(before, report()).then().statusCode(201);

            unavailable(() -> audio(id, 0, MU_LAW, new byte[8_000]));
            io.restassured.RestAssured.get("/q/health/ready").then().statusCode(200);
        } finally {
            EmbeddedStack.kafka().start();
        }
        try (Topic calls = new Topic("intake.call.v1");
                Topic reports = new Topic("intake.report.v1")) {
            assertEquals(
                    List.of("RECEIVED", "ANSWERED", "ENDED"),
                    calls.await(id, 3).stream()
                            .map(record -> Topic.json(record).path("change").asText())
                            .toList());
            reports.await(before, 1);
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> audio(id, 0, MU_LAW, new byte[8_000]).statusCode() == 202);
        try (Topic sound = new Topic("intake.audio.v1");
                Triage triage = new Triage()) {
            sound.await(id, 1);
            triage.assess(id, 1, 0.4);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> get(id).then().body("assessment.version", equalTo(1)));
        }
    }

    @Test
    void a_poisoned_assessment_goes_aside_with_its_reason_and_the_next_is_shown() {
        String id = announced();
        double before = dead();
        byte[] noJson = ("{\"poison\": \"" + UUID.randomUUID() + "\"").getBytes(UTF_8);
        try (Triage triage = new Triage();
                Topic letters = new Topic("intake.triage.assessment.v1.dlq")) {
            triage.send(new ProducerRecord<>(Triage.TOPIC, id, noJson));
            // Readable, but no likelihood.
            triage.assess(id, 1, 7);
            triage.send(new ProducerRecord<>(Triage.TOPIC, id, null));
            triage.assess(id, 2, 0.4);

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> get(id).then().body("assessment.version", equalTo(2)));
            var aside = letters.awaitThat(3, letter -> id.equals(letter.key()));
            assertTrue(Arrays.equals(noJson, aside.getFirst().value()), "as it came");
            aside.forEach(
                    letter -> assertFalse(header(letter, "dead-letter-reason").isBlank()));
            assertTrue(header(aside.get(1), "dead-letter-reason").contains("hoaxLikelihood"));
        }
        assertEquals(3, dead() - before);
    }

    private static void untilAccepted(Map<String, Object> call, AtomicInteger accepted, AtomicInteger refused) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    int status = announce(call).statusCode();
                    if (status == 503) {
                        refused.incrementAndGet();
                        return false;
                    }
                    assertTrue(status == 201 || status == 200, "status " + status);
                    return true;
                });
        accepted.incrementAndGet();
    }

    private static void unavailable(java.util.function.Supplier<Response> request) {
        request.get()
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:tanggap:problem:unavailable"));
    }

    private double dead() {
        return metrics.find("tanggap.events.dead").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
