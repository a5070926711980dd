package id.tanggap.ticket.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.platform.event.CloudEventCodec;
import id.tanggap.platform.event.EventIds;
import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.OwnContexts;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** A report and the assessment of its call, on two topics at the same moment. */
@QuarkusTest
class ReportMeetsAssessmentTest extends OnStack {

    private static final int CALLS = 30;

    @Inject
    OwnContexts contexts;

    @Inject
    IntakeConsumer intake;

    @Inject
    AssessmentConsumer triage;

    @Inject
    Database database;

    private final String run = "call-" + UUID.randomUUID() + "-";

    @Test
    void neither_misses_the_other_and_every_ticket_has_its_score() {
        List<Supplier<Uni<Void>>> work = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            String call = run + i;
            var report = record("intake.report.v1", call, reportOf(call));
            var assessment = record("triage.assessment.v1", call, assessmentOf(call));
            work.add(() -> intake.onReport(report));
            work.add(() -> triage.onAssessment(assessment));
        }

        contexts.atOnce(work);

        assertEquals(CALLS, database.count("ticket where call_id like ? and hoax_likelihood is not null", run + "%"));
    }

    private static Map<String, Object> reportOf(String call) {
        Map<String, Object> report = Events.report("FIRE");
        report.put("callId", call);
        return report;
    }

    private static Map<String, Object> assessmentOf(String call) {
        return Map.of(
                "callId",
                call,
                "hoaxLikelihood",
                0.4,
                "band",
                "UNSURE",
                "confident",
                false,
                "reasons",
                List.of(),
                "assessedAt",
                Instant.now().toString());
    }

    /** The record as the broker would bring it. */
    private static ConsumerRecord<String, byte[]> record(String topic, String call, Map<String, Object> data) {
        ProducerRecord<String, byte[]> sent = CloudEventCodec.writeJson(
                topic,
                new CloudEventCodec.Envelope(
                        EventIds.next(),
                        URI.create("urn:tanggap:test"),
                        "id.tanggap." + topic,
                        call,
                        call,
                        1,
                        Instant.now()),
                Events.bytes(data),
                Optional.empty());
        return new ConsumerRecord<>(
                topic,
                0,
                0,
                System.currentTimeMillis(),
                TimestampType.CREATE_TIME,
                -1,
                -1,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }
}
