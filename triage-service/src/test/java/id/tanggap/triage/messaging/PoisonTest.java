package id.tanggap.triage.messaging;

import static id.tanggap.triage.support.Published.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.metrics.Channels;
import id.tanggap.triage.support.Intake;
import id.tanggap.triage.support.Published;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class PoisonTest {

    private static final String JSON = "application/json";

    @Inject
    MeterRegistry metrics;

    private final String call = Intake.newCall();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{not json | not a readable CallChanged",
                "{\"callId\": \"%s\", \"callerKind\": \"SUBSCRIBER\", \"status\": \"FLYING\", \"startedAt\": \"2025-05-20T02:00:00Z\"} | not a readable CallChanged",
                "{\"callId\": \"%s\", \"callerKind\": \"SUBSCRIBER\", \"status\": \"RINGING\"} | startedAt must not be null",
                "{\"callId\": \"%s\", \"callerKind\": \"SUBSCRIBER\", \"status\": \"RINGING\", \"startedAt\": \"yesterday\"} | not a readable CallChanged",
            })
    void a_call_that_cannot_be_read_is_buried_with_its_reason_and_the_next_is_assessed(String json, String reason) {
        buried(Intake.CALL, JSON, json.formatted(call).getBytes(UTF_8), reason, "triage.intake.call.v1.dlq");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | not a readable ReportTaken",
                "{\"callId\": \"%s\"} | lifeThreat must not be null",
                "{\"callId\": \" \", \"lifeThreat\": true} | callId must not be blank",
            })
    void a_report_that_cannot_be_read_is_buried_with_its_reason_and_the_next_is_assessed(String json, String reason) {
        buried(Intake.REPORT, JSON, json.formatted(call).getBytes(UTF_8), reason, "triage.intake.report.v1.dlq");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audio/L16;rate=44100 | 320 | content-type is neither",
                "audio/wav | 320 | content-type is neither",
                "audio/L16;rate=8000 | 321 | odd number of bytes",
                "audio/basic | 0 | no sound in it",
            })
    void sound_that_cannot_be_heard_is_buried_with_its_reason_and_the_next_is_heard(
            String contentType, int bytes, String reason) {
        buried(Intake.AUDIO, contentType, new byte[bytes], reason, "triage.intake.audio.v1.dlq");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1_000_001})
    void sound_with_an_absurd_number_is_buried(long seq) {
        try (Intake intake = new Intake();
                Published dead = new Published("triage.intake.audio.v1.dlq")) {
            intake.send(intake.record(Intake.AUDIO, EventIds.next(), call, seq, "audio/basic", new byte[160]));
            assertTrue(header(dead.await(call, record -> true), "dead-letter-reason")
                    .contains("ce_sequence is not between"));
        }
    }

    @Test
    void a_record_without_headers_is_buried() {
        try (Intake intake = new Intake();
                Published dead = new Published("triage.intake.call.v1.dlq")) {
            intake.send(new ProducerRecord<>(Intake.CALL, call, "hello".getBytes(UTF_8)));
            assertTrue(header(dead.await(call, record -> true), "dead-letter-reason")
                    .contains("not a CloudEvent"));
        }
    }

    private void buried(String topic, String contentType, byte[] poison, String reason, String deadTopic) {
        double before = counted(topic);
        try (Intake intake = new Intake();
                Published dead = new Published(deadTopic);
                Published assessments = new Published("triage.assessment.v1")) {
            intake.send(intake.record(topic, EventIds.next(), call, 1, contentType, poison));
            switch (topic) {
                case Intake.CALL -> intake.sendCall(call, 2, Intake.call(call, "ref", "ANSWERED", ""));
                case Intake.REPORT -> intake.sendReport(call, false);
                default -> intake.sendChunk(call, 0, "audio/basic", new byte[160]);
            }

            assessments.await(call, record -> true);
            var letter = dead.await(call, record -> true);

            assertTrue(header(letter, "dead-letter-reason").contains(reason), header(letter, "dead-letter-reason"));
            assertArrayEquals(poison, letter.value() == null ? new byte[0] : letter.value());
            assertEquals(1, counted(topic) - before);
        }
    }

    private double counted(String topic) {
        return metrics.find("tanggap.events.dead").tag("channel", Channels.ofTopic(topic)).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
