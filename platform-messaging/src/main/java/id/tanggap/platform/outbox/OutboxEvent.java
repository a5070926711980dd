package id.tanggap.platform.outbox;

import java.time.Instant;
import java.util.Objects;

/**
 * An event to be published once the transaction that wrote it has committed.
 *
 * @param topic Kafka topic
 * @param key Kafka key; events of one topic and key are published in the order in which they were appended
 * @param type CloudEvents type, such as {@code id.tanggap.intake.call.v1}
 * @param subject id of the aggregate
 * @param sequence version of the aggregate after the change, from 1
 * @param time when the change happened
 * @param data serialised as JSON; null: a tombstone, which removes its key from a compacted topic
 */
public record OutboxEvent(
        String topic, String key, String type, String subject, long sequence, Instant time, Object data) {

    public OutboxEvent {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(time, "time");
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence starts at 1, was " + sequence);
        }
    }
}
