package id.tanggap.ticket.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.local.stack.Credentials;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.KafkaPeers;
import id.tanggap.platform.event.CloudEventCodec;
import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.seal.Seal;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Plays intake-service and triage-service on the real broker. */
public final class Events implements AutoCloseable {

    public static final ObjectMapper JSON = new ObjectMapper();

    private final Producer<String, byte[]> producer = KafkaPeers.producer("admin");

    /** A report of a call of its own; change what matters. */
    public static Map<String, Object> report(String category) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("reportId", EventIds.next().toString());
        report.put("callId", "call-" + UUID.randomUUID());
        report.put("callerRef", "ref-" + UUID.randomUUID());
        report.put("category", category);
        report.put("text", "Laporan uji " + UUID.randomUUID());
        report.put("lifeThreat", false);
        report.put("location", Map.of("lat", -6.5888, "lon", 110.6684, "kecamatan", "Jepara"));
        report.put("reportedAt", Instant.now().toString());
        report.put("reportedBy", "operator1");
        return report;
    }

    /** A reporter as intake-service hands it over. */
    public static String sealed(String name, String contact) {
        return Seal.ofBase64(EmbeddedStack.config().credentials().keys().get(Credentials.HANDOVER_KEY), "handover-1")
                .seal("{\"name\":\"" + name + "\",\"contact\":\"" + contact + "\"}");
    }

    public void report(Map<String, Object> report) {
        String call = (String) report.get("callId");
        send("intake.report.v1", call, EventIds.next(), (String) report.get("reportId"), 1, report);
    }

    public void assessment(String call, long sequence, double likelihood, boolean confident) {
        send(
                "triage.assessment.v1",
                call,
                EventIds.next(),
                call,
                sequence,
                Map.of(
                        "callId",
                        call,
                        "hoaxLikelihood",
                        likelihood,
                        "band",
                        likelihood > 0.8 ? "LIKELY_HOAX" : "UNSURE",
                        "confident",
                        confident,
                        "reasons",
                        List.of(Map.of("code", "SILENT", "contribution", 1.5, "textId", "Hening", "textEn", "Silence")),
                        "modelVersion",
                        "rules-1",
                        "trigger",
                        "CALL",
                        "assessedAt",
                        Instant.now().toString()));
    }

    public void call(String call, long sequence, String status, Optional<String> disposition) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("callId", call);
        data.put("change", disposition.isPresent() ? "DISPOSITION" : status);
        data.put("status", status);
        data.put("callerKind", "SUBSCRIBER");
        data.put("to", "112");
        data.put("startedAt", Instant.now().toString());
        disposition.ifPresent(d -> data.put("disposition", d));
        send("intake.call.v1", call, EventIds.next(), call, sequence, data);
    }

    public void send(String topic, String key, UUID id, String subject, long sequence, Map<String, Object> data) {
        send(CloudEventCodec.writeJson(
                topic,
                new CloudEventCodec.Envelope(
                        id,
                        URI.create("urn:tanggap:test"),
                        "id.tanggap." + topic,
                        subject,
                        key,
                        sequence,
                        Instant.now()),
                bytes(data),
                Optional.empty()));
    }

    public void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] bytes(Object data) {
        try {
            return JSON.writeValueAsBytes(data);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(byte[] data) {
        try {
            return JSON.readTree(data);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
