package id.tanggap.platform.event;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Events as Kafka records in the binary mode of the CloudEvents 1.0 Kafka binding. */
public final class CloudEventCodec {

    public static final String PARTITION_KEY = "partitionkey";
    public static final String SEQUENCE = "sequence";
    private static final String JSON = "application/json";

    private CloudEventCodec() {}

    /**
     * What an event says of itself, beside its data.
     *
     * @param source URI of the producer, such as {@code urn:tanggap:intake-service}
     * @param type CloudEvents type, such as {@code id.tanggap.intake.call.v1}
     * @param subject id of the aggregate
     * @param key Kafka key, also the {@code partitionkey} attribute
     * @param sequence version of the aggregate after the change
     */
    public record Envelope(UUID id, URI source, String type, String subject, String key, long sequence, Instant time) {}

    /** The record of this event for {@code topic}; {@code contentType} describes {@code data}. */
    public static ProducerRecord<String, byte[]> write(
            String topic, Envelope envelope, String contentType, byte[] data, Optional<String> traceparent) {
        return record(
                topic,
                envelope,
                builder(envelope)
                        .withDataContentType(contentType)
                        .withDataSchema(schemaOf(envelope.type()))
                        .withData(data)
                        .build(),
                traceparent);
    }

    /** A record without a value, which removes its key from a compacted topic. */
    public static ProducerRecord<String, byte[]> writeTombstone(
            String topic, Envelope envelope, Optional<String> traceparent) {
        return record(topic, envelope, builder(envelope).build(), traceparent);
    }

    private static CloudEventBuilder builder(Envelope envelope) {
        return CloudEventBuilder.v1()
                .withId(envelope.id().toString())
                .withSource(envelope.source())
                .withType(envelope.type())
                .withSubject(envelope.subject())
                .withTime(envelope.time().atOffset(ZoneOffset.UTC))
                .withExtension(PARTITION_KEY, envelope.key())
                .withExtension(SEQUENCE, Long.toString(envelope.sequence()));
    }

    private static ProducerRecord<String, byte[]> record(
            String topic, Envelope envelope, CloudEvent event, Optional<String> traceparent) {
        ProducerRecord<String, byte[]> record = KafkaMessageFactory.<String>createWriter(
                        topic, null, null, envelope.key())
                .writeBinary(event);
        traceparent.ifPresent(value -> record.headers().add(TraceParent.HEADER, value.getBytes()));
        return record;
    }

    /** As {@link #write}, for JSON. */
    public static ProducerRecord<String, byte[]> writeJson(
            String topic, Envelope envelope, byte[] json, Optional<String> traceparent) {
        return write(topic, envelope, JSON, json, traceparent);
    }

    /** The CloudEvent in this record; throws the CloudEvents library's runtime exception when it is not one. */
    public static CloudEvent read(ConsumerRecord<String, byte[]> record) {
        return KafkaMessageFactory.createReader(record).toEvent();
    }

    private static URI schemaOf(String type) {
        return URI.create("urn:tanggap:schema:" + type.replaceFirst("^id\\.tanggap\\.", ""));
    }
}
