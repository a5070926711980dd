package id.tanggap.local.backup;

import id.tanggap.local.backup.Manifest.Topic;
import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What lies on the topics of a broker that is being written to, and how far each consumer group has read. */
final class TopicsCopy implements AutoCloseable {
    /** An hour old at most, worth nothing later, and a voice: such records stay out. */
    private static final String SOUND = "intake.audio.";

    private static final int PART_BYTES = 4 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Admin admin;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<String, List<TopicPartition>> topics = new TreeMap<>();

    TopicsCopy(SystemConfig config) {
        admin = KafkaAccess.admin(config);
        Map<String, Object> settings = new HashMap<>(KafkaAccess.client(config, Names.KAFKA_ADMIN));
        settings.put("enable.auto.commit", "false");
        // Topic after topic: what was asked of the one before would else keep the next one waiting for half a second.
        settings.put("fetch.max.wait.ms", "10");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Set<String> names =
                new TreeSet<>(await("list Kafka's topics", admin.listTopics().names()));
        await("describe Kafka's topics", admin.describeTopics(names).allTopicNames())
                .forEach((name, topic) -> topics.put(
                        name,
                        topic.partitions().stream()
                                .map(partition -> new TopicPartition(name, partition.partition()))
                                .toList()));
    }

    static boolean isSound(String topic) {
        return topic.contains(SOUND);
    }

    /** Where each group goes on; agencies' own groups, too. */
    Map<String, Map<String, Map<Integer, Long>>> groups() {
        Map<String, Map<String, Map<Integer, Long>>> found = new TreeMap<>();
        Map<String, ListConsumerGroupOffsetsSpec> asked = new HashMap<>();
        for (GroupListing group : await(
                "list Kafka's groups",
                admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())) {
            asked.put(group.groupId(), new ListConsumerGroupOffsetsSpec());
        }
        await(
                        "ask for the groups' offsets",
                        admin.listConsumerGroupOffsets(asked).all())
                .forEach((group, offsets) -> offsets.forEach((partition, offset) -> {
                    if (offset != null) {
                        found.computeIfAbsent(group, x -> new TreeMap<>())
                                .computeIfAbsent(partition.topic(), x -> new TreeMap<>())
                                .put(partition.partition(), offset.offset());
                    }
                }));
        return found;
    }

    /** The end of every partition now. */
    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(
                topics.values().stream().flatMap(List::stream).toList());
    }

    /**
     * Puts everything up to the present ends into the archive.
     *
     * @param before the ends before the instant of the databases, for those who restore
     */
    Map<String, Topic> records(Map<TopicPartition, Long> before, ArchiveWriter archive) throws IOException {
        Map<TopicPartition, Long> ends = ends();
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(ends.keySet());
        Map<String, Topic> found = new TreeMap<>();
        for (Map.Entry<String, List<TopicPartition>> topic : topics.entrySet()) {
            List<TopicPartition> filled = topic.getValue().stream()
                    .filter(partition -> begins.get(partition) < ends.get(partition))
                    .toList();
            long records = isSound(topic.getKey()) ? 0 : read(topic.getKey(), filled, ends, archive);
            found.put(
                    topic.getKey(),
                    new Topic(
                            records, topic.getValue().stream().map(before::get).toList()));
        }
        return found;
    }

    private long read(
            String topic, List<TopicPartition> partitions, Map<TopicPartition, Long> ends, ArchiveWriter archive)
            throws IOException {
        long records = 0;
        int part = 0;
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Instant givenUp = Instant.now().plus(PATIENCE);
        List<TopicPartition> open = new ArrayList<>(partitions);
        while (!open.isEmpty()) {
            var found = consumer.poll(Duration.ofMillis(200));
            for (var record : found) {
                if (record.offset() < ends.get(new TopicPartition(topic, record.partition()))) {
                    lines.write(KeptRecord.of(record).line());
                    records++;
                }
            }
            if (lines.size() >= PART_BYTES) {
                archive.bytes(name(topic, part++), lines.toByteArray());
                lines.reset();
            }
            open.removeIf(partition -> consumer.position(partition) >= ends.get(partition));
            if (!found.isEmpty()) {
                givenUp = Instant.now().plus(PATIENCE);
            } else if (Instant.now().isAfter(givenUp)) {
                throw new StackException("Kafka gives no records of " + topic + ": ./tanggap status.");
            }
        }
        if (lines.size() > 0) {
            archive.bytes(name(topic, part), lines.toByteArray());
        }
        return records;
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }

    private static String name(String topic, int part) {
        return "%s%s/%06d.jsonl".formatted(Archive.KAFKA, topic, part);
    }

    static <T> T await(String purpose, KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new StackException("Cannot " + purpose + ": " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new StackException(
                    "Cannot " + purpose + ": the broker did not answer within " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }
}
