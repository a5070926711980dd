package id.tanggap.system;

import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.SystemConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Every topic of a broker but those of calls' sound, looked at as its administrator. */
final class Topics {
    private Topics() {}

    /** A record, with all that its consumers see of it but the offset. */
    record Seen(String eventId, String key, long timestamp, String value) {}

    /** In the order of each partition; those without records are there, too. */
    static Map<TopicPartition, List<Seen>> records(SystemConfig system)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, List<Seen>> all = new HashMap<>();
        Map<String, Object> settings = new HashMap<>(KafkaAccess.client(system, Names.KAFKA_ADMIN));
        settings.put("enable.auto.commit", "false");
        try (Admin admin = KafkaAccess.admin(system);
                var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            for (String topic : admin.listTopics().names().get()) {
                if (!topic.contains("intake.audio")) {
                    consumer.partitionsFor(topic)
                            .forEach(info -> all.put(new TopicPartition(topic, info.partition()), new ArrayList<>()));
                }
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(all.keySet());
            consumer.assign(all.keySet());
            consumer.seekToBeginning(all.keySet());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    all.get(new TopicPartition(record.topic(), record.partition()))
                            .add(seen(record));
                }
            }
        }
        return all;
    }

    /** What each group has committed. */
    static Map<String, Map<TopicPartition, Long>> groups(SystemConfig system)
            throws ExecutionException, InterruptedException {
        Map<String, Map<TopicPartition, Long>> all = new HashMap<>();
        try (Admin admin = KafkaAccess.admin(system)) {
            Map<String, ListConsumerGroupOffsetsSpec> asked = new HashMap<>();
            admin.listGroups()
                    .all()
                    .get()
                    .forEach(group -> asked.put(group.groupId(), new ListConsumerGroupOffsetsSpec()));
            admin.listConsumerGroupOffsets(asked)
                    .all()
                    .get()
                    .forEach((group, offsets) -> offsets.forEach((partition, offset) ->
                            all.computeIfAbsent(group, x -> new HashMap<>()).put(partition, offset.offset())));
        }
        return all;
    }

    private static Seen seen(ConsumerRecord<String, byte[]> record) {
        var id = record.headers().lastHeader("ce_id");
        return new Seen(
                id == null ? "" : new String(id.value(), StandardCharsets.UTF_8),
                record.key(),
                record.timestamp(),
                record.value() == null ? null : Base64.getEncoder().encodeToString(record.value()));
    }
}
