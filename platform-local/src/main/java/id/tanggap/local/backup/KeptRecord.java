package id.tanggap.local.backup;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.tanggap.local.dlq.DeadLetterQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** A record as it lay in a partition, written as one line of JSON with its bytes in Base64; a tombstone has no value. */
record KeptRecord(int partition, long offset, long timestamp, byte[] key, byte[] value, List<KeptHeader> headers) {
    private static final String ID = "ce_id";
    private static final ObjectReader READER = Archive.JSON.readerFor(KeptRecord.class);
    private static final ObjectWriter WRITER =
            Archive.JSON.writerFor(KeptRecord.class).withoutFeatures(SerializationFeature.INDENT_OUTPUT);

    record KeptHeader(String key, byte[] value) {}

    static KeptRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new KeptRecord(
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                Arrays.stream(record.headers().toArray())
                        .map(header -> new KeptHeader(header.key(), header.value()))
                        .toList());
    }

    static KeptRecord parse(String line) throws IOException {
        return READER.readValue(line);
    }

    byte[] line() {
        try {
            return (WRITER.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The event's name, the same on each of its copies; empty for what no relay has sent. */
    Optional<String> eventId() {
        return header(ID);
    }

    /** The offset of the dead letter that was put back, if this is the mark for it. */
    Optional<Long> putBack() {
        return value != null
                ? Optional.empty()
                // A header of that name in a letter may be its sender's.
                : header(DeadLetterQueue.PUT_BACK)
                        .filter(text -> text.matches("[0-9]{1,18}"))
                        .map(Long::valueOf);
    }

    /** Such a mark for a letter that now lies elsewhere. */
    KeptRecord markFor(long letter) {
        byte[] there = Long.toString(letter).getBytes(StandardCharsets.UTF_8);
        return new KeptRecord(
                partition,
                offset,
                timestamp,
                key,
                value,
                headers.stream()
                        .map(header -> header.key().equals(DeadLetterQueue.PUT_BACK)
                                ? new KeptHeader(header.key(), there)
                                : header)
                        .toList());
    }

    ProducerRecord<byte[], byte[]> on(String topic) {
        return new ProducerRecord<>(
                topic,
                partition,
                timestamp,
                key,
                value,
                headers.stream()
                        .<Header>map(header -> new RecordHeader(header.key(), header.value()))
                        .toList());
    }

    /** The last of that name, as consumers read it. */
    private Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.key().equals(name) && header.value() != null)
                .reduce((earlier, later) -> later)
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }
}
