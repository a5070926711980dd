package id.tanggap.intake.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.tanggap.local.test.KafkaPeers;
import id.tanggap.platform.event.CloudEventCodec;
import id.tanggap.platform.event.EventIds;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Speaks for triage-service on the real broker, in the words of its contract. */
public final class Triage implements AutoCloseable {

    public static final String TOPIC = "triage.assessment.v1";
    public static final String RESTRICTION = "triage.restriction.v1";

    private final Producer<String, byte[]> producer = KafkaPeers.producer("admin");

    public void assess(String call, long version, double likelihood) {
        String json = String.format(
                Locale.ROOT,
                """
                {"callId": "%s", "hoaxLikelihood": %s, "band": "UNSURE", "confident": false,
                 "reasons": [{"code": "SILENCE", "contribution": 2.917, "textId": "Hening 25 detik", "textEn": "Silent for 25 s"}],
                 "modelVersion": "rules-1", "trigger": "AUDIO", "assessedAt": "%s", "addedLater": {"by": "triage"}}
                """,
                call,
                likelihood,
                Instant.now());
        var envelope = new CloudEventCodec.Envelope(
                EventIds.next(),
                URI.create("urn:tanggap:triage-service"),
                "id.tanggap." + TOPIC,
                call,
                call,
                version,
                Instant.now());
        send(CloudEventCodec.writeJson(TOPIC, envelope, json.getBytes(UTF_8), Optional.empty()));
    }

    /** How a caller is answered; {@code more} is further JSON such as {@code "until"}, or empty. */
    public void prioritise(String callerRef, long version, String priority, String more) {
        String json = String.format(
                Locale.ROOT,
                """
                {"callerRef": "%s", "priority": "%s", "restrictionId": "0196ec2b-4f00-7000-8000-000000000112",
                 "state": "ACTIVE", "changedAt": "%s"%s}
                """,
                callerRef,
                priority,
                Instant.now(),
                more.isEmpty() ? "" : ", " + more);
        var envelope = new CloudEventCodec.Envelope(
                EventIds.next(),
                URI.create("urn:tanggap:triage-service"),
                "id.tanggap." + RESTRICTION,
                callerRef,
                callerRef,
                version,
                Instant.now());
        send(CloudEventCodec.writeJson(RESTRICTION, envelope, json.getBytes(UTF_8), Optional.empty()));
    }

    public void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
