package id.tanggap.platform.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Counts letters in dead-letter queues: reads each record once, whoever wrote it, and remembers where letters lie. One that is put back
 * is followed by a record without value whose header names its place, as {@code ./tanggap dlq replay} writes it. Used by one thread at
 * a time.
 */
final class LetterBox implements AutoCloseable {

    static final String PUT_BACK = "put-back-offset";
    private static final Pattern PLACE = Pattern.compile("\\d{1,18}");
    private static final Duration NOTHING_MORE = Duration.ofMillis(200);
    private static final int POLLS = 25;

    private final Consumer<byte[], byte[]> client;
    private final Collection<String> queues;
    private final Map<TopicPartition, NavigableSet<Long>> letters = new HashMap<>();

    LetterBox(Consumer<byte[], byte[]> client, Collection<String> queues) {
        this.client = client;
        this.queues = List.copyOf(queues);
    }

    /** The letters of each queue as far as it could be read in a few seconds; throws Kafka's exceptions when the broker is away. */
    Map<String, Integer> read() {
        if (letters.isEmpty()) {
            begin();
        }
        Map<TopicPartition, Long> ends = client.endOffsets(letters.keySet());
        for (int poll = 0; poll < POLLS && isBehind(ends); poll++) {
            client.poll(NOTHING_MORE).forEach(this::note);
        }
        client.beginningOffsets(letters.keySet())
                .forEach((partition, begin) ->
                        letters.get(partition).headSet(begin).clear());
        Map<String, Integer> depth = new HashMap<>();
        queues.forEach(queue -> depth.put(queue, 0));
        letters.forEach((partition, lying) -> depth.merge(partition.topic(), lying.size(), Integer::sum));
        return depth;
    }

    private void begin() {
        for (String queue : queues) {
            client.partitionsFor(queue)
                    .forEach(info -> letters.put(new TopicPartition(queue, info.partition()), new TreeSet<>()));
        }
        client.assign(letters.keySet());
        client.seekToBeginning(letters.keySet());
    }

    private boolean isBehind(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> client.position(end.getKey()) < end.getValue());
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        NavigableSet<Long> lying = letters.get(new TopicPartition(record.topic(), record.partition()));
        Header marker = record.value() == null ? record.headers().lastHeader(PUT_BACK) : null;
        // A letter may have any header: one of that name that is no place marks nothing.
        String place = marker == null ? "" : new String(marker.value(), UTF_8);
        if (PLACE.matcher(place).matches()) {
            lying.remove(Long.valueOf(place));
        } else {
            lying.add(record.offset());
        }
    }

    /** Ends a reading under way on another thread with an exception. */
    void interrupt() {
        client.wakeup();
    }

    @Override
    public void close() {
        client.close();
    }
}
