package id.tanggap.platform.outbox;

import id.tanggap.platform.event.CloudEventCodec;
import io.vertx.mutiny.sqlclient.Row;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A committed event that has not yet been acknowledged by the broker. */
record PendingEvent(
        UUID id,
        String topic,
        String key,
        String type,
        String subject,
        long sequence,
        OffsetDateTime time,
        Optional<String> resting,
        Optional<String> traceparent) {

    static PendingEvent of(Row row) {
        return new PendingEvent(
                row.getUUID("id"),
                row.getString("topic"),
                row.getString("record_key"),
                row.getString("event_type"),
                row.getString("subject"),
                row.getLong("sequence"),
                row.getOffsetDateTime("occurred_at"),
                Optional.ofNullable(row.getString("payload")),
                Optional.ofNullable(row.getString("traceparent")));
    }

    /**
     * The record to send.
     *
     * @param traceparent of the span within which it is sent
     * @throws IllegalArgumentException if the payload was sealed, and not under this service's key
     */
    ProducerRecord<String, byte[]> toRecord(URI source, OutboxSeal seal, Optional<String> traceparent) {
        var envelope = new CloudEventCodec.Envelope(id, source, type, subject, key, sequence, time.toInstant());
        return resting.map(seal::open)
                .map(payload -> CloudEventCodec.writeJson(
                        topic, envelope, payload.getBytes(StandardCharsets.UTF_8), traceparent))
                .orElseGet(() -> CloudEventCodec.writeTombstone(topic, envelope, traceparent));
    }
}
