package id.tanggap.local.backup;

import id.tanggap.local.stack.StackException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Where records lie after a restore, and where groups go on: a new partition begins at 0 and has no gaps. A group's next record is the
 * first kept one that was at its offset or behind it, so that it skips none and repeats none by this.
 */
final class Offsets {
    private static final String DEAD_LETTERS = ".dlq";

    private final Map<String, Map<String, Map<Integer, Long>>> committed;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    /** By partition, for each offset that any group has committed there, how many of the kept records lie before it. */
    private final Map<TopicPartition, NavigableMap<Long, Long>> before = new HashMap<>();
    /** Of dead letters, which are the only records that another one points to. */
    private final Map<TopicPartition, Map<Long, Long>> letters = new HashMap<>();

    /** {@code committed}: group to topic to partition to offset. */
    Offsets(Map<String, Map<String, Map<Integer, Long>>> committed) {
        this.committed = committed;
        committed
                .values()
                .forEach(topics -> topics.forEach((topic, partitions) -> partitions.forEach((partition, offset) ->
                        before.computeIfAbsent(new TopicPartition(topic, partition), x -> new TreeMap<>())
                                .put(offset, 0L))));
    }

    static boolean isDeadLetterQueue(String topic) {
        return topic.endsWith(DEAD_LETTERS);
    }

    /** Hears of the next record that is written to a partition, in their order, and of its former offset. */
    void kept(TopicPartition partition, long formerly) {
        long now = ends.merge(partition, 1L, Long::sum) - 1;
        NavigableMap<Long, Long> here = before.get(partition);
        if (here != null) {
            here.tailMap(formerly, false).replaceAll((offset, count) -> count + 1);
        }
        if (isDeadLetterQueue(partition.topic())) {
            letters.computeIfAbsent(partition, x -> new HashMap<>()).put(formerly, now);
        }
    }

    /** Where a dead letter lies now; empty for one that was not kept. */
    OptionalLong letter(TopicPartition partition, long formerly) {
        Long now = letters.getOrDefault(partition, Map.of()).get(formerly);
        return now == null ? OptionalLong.empty() : OptionalLong.of(now);
    }

    /** How many records each partition got; those without any are not named. */
    Map<TopicPartition, Long> ends() {
        return Map.copyOf(ends);
    }

    /** What each group is to have committed. */
    Map<String, Map<TopicPartition, OffsetAndMetadata>> groups() {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> groups = new TreeMap<>();
        committed.forEach((group, topics) -> {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            topics.forEach((topic, partitions) -> partitions.forEach((partition, offset) -> {
                TopicPartition there = new TopicPartition(topic, partition);
                offsets.put(there, new OffsetAndMetadata(before.get(there).get(offset)));
            }));
            groups.put(group, offsets);
        });
        return groups;
    }

    /** Throws unless the partitions end where the records that were written to them say. */
    void check(Map<TopicPartition, Long> found) {
        List<TopicPartition> wrong = new ArrayList<>();
        found.forEach((partition, end) -> {
            if (!end.equals(ends.getOrDefault(partition, 0L))) {
                wrong.add(partition);
            }
        });
        if (!wrong.isEmpty()) {
            throw new StackException("Kafka did not take all records of " + wrong.getFirst() + ": try again.");
        }
    }
}
