package id.tanggap.notification.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.tanggap.local.test.KafkaPeers;
import id.tanggap.platform.event.CloudEventCodec;
import id.tanggap.platform.event.EventIds;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes agencies' views as ticket-service does. */
public final class AgencyPublisher implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer = KafkaPeers.producer("admin");

    /** Publishes a view of the ticket; the item is the JSON as an agency shall get it. */
    public String publish(String agency, String ticketId, long sequence) {
        String json = view(agency, ticketId, sequence);
        send(record("ticket.agency." + agency + ".v1", EventIds.next(), ticketId, sequence, json));
        return json;
    }

    /** The same of some priority and kind of change. */
    public String publish(String agency, String ticketId, long sequence, String change, int priority) {
        String json = view(agency, ticketId, sequence)
                .replace("\"ASSIGNMENT\",\"priority\":5", "\"" + change + "\",\"priority\":" + priority);
        send(record("ticket.agency." + agency + ".v1", EventIds.next(), ticketId, sequence, json));
        return json;
    }

    /** Publishes that an agency has missed a step, as ticket-service does; the item is the escalation's id. */
    public UUID missed(String agency, String ticketId, UUID assignment, String step, String category) {
        UUID id = EventIds.next();
        String json =
                """
                {"escalationId":"%s","ticketId":"%s","number":"JPR-20250520-0007","category":"%s","priority":10,
                 "lifeThreat":true,"emergency":true,"assignmentId":"%s","agency":"%s","role":"LEAD","status":"Active",
                 "step":"%s","clockFrom":"2025-05-20T03:12:09.120Z","dueAt":"2025-05-20T03:13:09.120Z",
                 "escalatedAt":"%s","dutyOfficer":false}"""
                        .formatted(id, ticketId, category, assignment, agency, step, Instant.now());
        send(CloudEventCodec.writeJson(
                "ticket.escalation.v1",
                new CloudEventCodec.Envelope(
                        id,
                        URI.create("urn:tanggap:ticket-service"),
                        "id.tanggap.ticket.escalation.v1",
                        id.toString(),
                        ticketId,
                        1,
                        Instant.now()),
                json.getBytes(UTF_8),
                Optional.empty()));
        return id;
    }

    /** Publishes a whole view, in which the agency's part is of this status. */
    public void publish(String agency, String ticketId, long sequence, UUID assignment, String status) {
        publish(agency, ticketId, sequence, assignment, status, "Kebakaran rumah di belakang pasar.");
    }

    /** The same with this told by the caller. */
    public void publish(String agency, String ticketId, long sequence, UUID assignment, String status, String text) {
        String json =
                """
                {"ticketId":"%s","number":"JPR-20250520-0007","agency":"%s","change":"ASSIGNMENT","category":"FIRE",
                 "categoryLabel":{"id":"Kebakaran","en":"Fire"},"priority":10,"lifeThreat":true,
                 "text":"%s","location":{"kecamatan":"Jepara","desa":"Panggang"},
                 "reporter":{"name":"Siti","contact":"+6281200000001"},
                 "assignment":{"assignmentId":"%s","role":"LEAD","status":"%s","receivedAt":"2025-05-20T03:12:09.120Z"},
                 "reportedAt":"2025-05-20T03:12:09.040Z","openedAt":"2025-05-20T03:12:09.120Z"}"""
                        .formatted(ticketId, agency, text, assignment, status);
        send(record("ticket.agency." + agency + ".v1", EventIds.next(), ticketId, sequence, json));
    }

    public void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String view(String agency, String ticketId, long sequence) {
        return "{\"ticketId\":\"%s\",\"agency\":\"%s\",\"change\":\"ASSIGNMENT\",\"priority\":5,\"sequence\":%d,\"text\":\"Kebakaran dapur\",\"reporter\":{\"name\":\"Siti Aminah\",\"contact\":\"+6281234567890\"}}"
                .formatted(ticketId, agency, sequence);
    }

    public static ProducerRecord<String, byte[]> record(
            String topic, UUID id, String ticketId, long sequence, String json) {
        var envelope = new CloudEventCodec.Envelope(
                id,
                URI.create("urn:tanggap:ticket-service"),
                "id.tanggap.ticket.agency.v1",
                ticketId,
                ticketId,
                sequence,
                Instant.now());
        return CloudEventCodec.writeJson(topic, envelope, json.getBytes(UTF_8), Optional.empty());
    }

    @Override
    public void close() {
        producer.close();
    }
}
