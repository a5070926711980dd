package id.tanggap.local.backup;

import id.tanggap.local.backup.Manifest.Topic;
import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.system.LocalSystem;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Fills a new broker with a backup's records: in the partitions and with the times that they had, so that what a topic keeps for a
 * week is not kept for another one.
 */
final class TopicsRestore {
    private final LocalSystem system;
    private final Manifest manifest;

    TopicsRestore(LocalSystem system, Manifest manifest) {
        this.system = system;
        this.manifest = manifest;
    }

    /** Returns how many records were written; {@code known}: the doubtful events that an outbox has. */
    long run(KeptTopics kept, Set<UUID> known) throws IOException {
        Offsets offsets = new Offsets(manifest.groups());
        try (Admin admin = KafkaAccess.admin(system.config())) {
            // With as many partitions as they had, where somebody had widened them by hand; all else is as the
            // documents say.
            TopicsCopy.await(
                    "create the topics",
                    admin.createTopics(manifest.topics().entrySet().stream()
                                    .map(topic -> new NewTopic(
                                            topic.getKey(),
                                            Optional.of(
                                                    topic.getValue().before().size()),
                                            Optional.empty()))
                                    .toList())
                            .all());
            system.declareTopics();
            produce(kept, known, offsets);
            offsets.check(ends(admin));
            for (var group : offsets.groups().entrySet()) {
                TopicsCopy.await(
                        "set the offsets of the group " + group.getKey(),
                        admin.alterConsumerGroupOffsets(group.getKey(), group.getValue())
                                .all());
            }
        }
        return offsets.ends().values().stream().mapToLong(Long::longValue).sum();
    }

    private void produce(KeptTopics kept, Set<UUID> known, Offsets offsets) throws IOException {
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (Producer<byte[], byte[]> producer = producer(system.config())) {
            for (String topic : manifest.topics().keySet()) {
                kept.read(topic, record -> {
                    if (kept.isRestored(topic, record, known)) {
                        produce(producer, topic, record, offsets, failure);
                    }
                });
            }
            producer.flush();
        }
        if (failure.get() != null) {
            throw new StackException(
                    "Kafka did not take a record: " + failure.get().getMessage(), failure.get());
        }
    }

    private static void produce(
            Producer<byte[], byte[]> producer,
            String topic,
            KeptRecord record,
            Offsets offsets,
            AtomicReference<Exception> failure) {
        TopicPartition partition = new TopicPartition(topic, record.partition());
        KeptRecord now = record;
        if (Offsets.isDeadLetterQueue(topic) && record.putBack().isPresent()) {
            OptionalLong letter = offsets.letter(partition, record.putBack().get());
            if (letter.isEmpty()) {
                // A mark for a letter that its queue has forgotten.
                return;
            }
            now = record.markFor(letter.getAsLong());
        }
        offsets.kept(partition, record.offset());
        producer.send(now.on(topic), (written, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
    }

    private Map<TopicPartition, Long> ends(Admin admin) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (Map.Entry<String, Topic> topic : manifest.topics().entrySet()) {
            for (int partition = 0; partition < topic.getValue().before().size(); partition++) {
                asked.put(new TopicPartition(topic.getKey(), partition), OffsetSpec.latest());
            }
        }
        return TopicsCopy.await(
                        "ask for the partitions' ends", admin.listOffsets(asked).all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static Producer<byte[], byte[]> producer(SystemConfig config) {
        Map<String, Object> settings = new HashMap<>(KafkaAccess.client(config, Names.KAFKA_ADMIN));
        settings.put("acks", "all");
        // A partition that was just made may refuse a first batch and take the second, and then never take the first
        // again.
        settings.put("max.in.flight.requests.per.connection", "1");
        // Whatever a record was compressed with when a topic's limit let it in, it is not larger now.
        settings.put("compression.type", "zstd");
        settings.put("max.request.size", Integer.toString(16 << 20));
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
