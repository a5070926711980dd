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
