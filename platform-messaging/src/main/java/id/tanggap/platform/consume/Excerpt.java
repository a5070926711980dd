package id.tanggap.platform.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * What a dead-letter queue keeps of a record that is too large for it: the first part of the value, the key and the short headers, and
 * in {@value #HEADER} the size of the whole. It cannot be replayed. A broker bounds a batch as it is compressed, so a record may be far larger.
 */
final class Excerpt {

    static final String HEADER = "dead-letter-truncated";

    /** Below the queues' {@code max.message.bytes} and their producer's {@code max.request.size}, 2 MiB, with room for the reason. */
    static final int LARGEST_WHOLE = 2_000_000;

    private static final int VALUE = 64 * 1024;
    private static final int SHORT = 1024;
    private static final int HEADERS = 50;

    private Excerpt() {}

    static boolean isNeeded(IncomingKafkaRecord<?, ?> record) {
        return size(record) > LARGEST_WHOLE;
    }

    /** A copy whose acknowledgement is the original's. */
    static <K, V> IncomingKafkaRecord<K, V> of(IncomingKafkaRecord<K, V> record) {
        RecordHeaders headers = new RecordHeaders();
        headers(record).filter(header -> length(header) <= SHORT).limit(HEADERS).forEach(headers::add);
        headers.add(HEADER, Long.toString(size(record)).getBytes(UTF_8));
        ConsumerRecord<K, V> copy = new ConsumerRecord<>(
                record.getTopic(),
                record.getPartition(),
                record.getOffset(),
                record.getTimestamp().toEpochMilli(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                shortened(record.getKey()),
                shortened(record.getPayload()),
                headers,
                Optional.empty());
        IncomingKafkaRecordMetadata<?, ?> metadata =
                record.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        return new IncomingKafkaRecord<>(
                copy, metadata.getChannel(), metadata.getConsumerIndex(), new OriginalsAck(record), null, false);
    }

    private static long size(IncomingKafkaRecord<?, ?> record) {
        return length(record.getKey())
                + length(record.getPayload())
                + headers(record).mapToLong(Excerpt::length).sum();
    }

    private static Stream<Header> headers(IncomingKafkaRecord<?, ?> record) {
        return Arrays.stream(record.getHeaders().toArray());
    }

    private static long length(Object part) {
        return switch (part) {
            case byte[] bytes -> bytes.length;
            case String text -> text.getBytes(UTF_8).length;
            // Each header has a little of its own.
            case Header header -> 10 + length(header.key()) + length(header.value());
            case null, default -> 0;
        };
    }

    @SuppressWarnings("unchecked")
    private static <T> T shortened(T part) {
        return switch (part) {
            case byte[] bytes when bytes.length > VALUE -> (T) Arrays.copyOf(bytes, VALUE);
            case String text when text.length() > SHORT -> (T) text.substring(0, SHORT);
            case null, default -> part;
        };
    }

    private record OriginalsAck(IncomingKafkaRecord<?, ?> original) implements KafkaCommitHandler {
        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> copy) {
            return Uni.createFrom().completionStage(original.ack());
        }
    }
}
