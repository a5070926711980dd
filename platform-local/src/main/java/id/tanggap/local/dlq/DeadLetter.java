package id.tanggap.local.dlq;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** A record that its consumer could not handle, as it lies in the dead-letter queue; no text of it holds the payload. */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record) {
    private static final String PREFIX = "dead-letter-";
    private static final int LONGEST = 200;
    private static final DateTimeFormatter WIB =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'WIB'").withZone(ZoneId.of("Asia/Jakarta"));

    /** Where the record was read. */
    public String topic() {
        return ours("topic");
    }

    public String reason() {
        return ours("reason");
    }

    /** Empty for a record without one. */
    public String key() {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /** Whether this is only the beginning of a record that was too large for the queue. */
    boolean excerpt() {
        return record.headers().lastHeader(PREFIX + "truncated") != null;
    }

    /** The record as it was, for the partition in which its consumer met it. */
    ProducerRecord<byte[], byte[]> original() {
        ProducerRecord<byte[], byte[]> original =
                new ProducerRecord<>(topic(), Integer.valueOf(ours("partition")), record.key(), record.value());
        for (Header header : record.headers()) {
            if (!header.key().startsWith(PREFIX)) {
                original.headers().add(header);
            }
        }
        return original;
    }

    /** One line for people. */
    @Override
    public String toString() {
        return "%s  %s partition %s offset %s  key %s  %s"
                .formatted(
                        WIB.format(Instant.ofEpochMilli(record.timestamp())),
                        shown(topic()),
                        shown(ours("partition")),
                        shown(ours("offset")),
                        shown(key()),
                        shown(reason()));
    }

    /** The first of that name: the queue's own come before those of the record, whose sender may have named some the same. */
    private String ours(String name) {
        var values = record.headers().headers(PREFIX + name).iterator();
        return values.hasNext() ? new String(values.next().value(), StandardCharsets.UTF_8) : "";
    }

    /** Keys and reasons are others' words: none may steer a terminal or fill it. */
    private static String shown(String text) {
        String line = text.replaceAll("\\p{C}", "?");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
