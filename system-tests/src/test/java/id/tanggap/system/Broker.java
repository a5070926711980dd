package id.tanggap.system;

import id.tanggap.local.replay.line.Ledger;
import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.SystemConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What lies on the broker, looked at as its administrator: what no public interface shows. */
final class Broker implements AutoCloseable {
    private static final String AUDIO = "intake.audio.v1";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Admin admin;
    private final KafkaConsumer<String, byte[]> consumer;

    Broker(SystemConfig system) {
        admin = KafkaAccess.admin(system);
        Map<String, Object> settings = new HashMap<>(KafkaAccess.client(system, Names.KAFKA_ADMIN));
        settings.put("enable.auto.commit", "false");
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Records in each consumer's dead-letter queue that has any. */
    Map<String, Long> deadLetters() throws ExecutionException, InterruptedException {
        Map<String, Long> found = new TreeMap<>();
        for (String topic : admin.listTopics().names().get()) {
            if (topic.endsWith(".dlq")) {
                List<TopicPartition> partitions = partitions(topic);
                Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
                long records = consumer.endOffsets(partitions).entrySet().stream()
                        .mapToLong(end -> end.getValue() - begin.get(end.getKey()))
                        .sum();
                if (records > 0) {
                    found.put(topic, records);
                }
            }
        }
        return found;
    }

    /** Accepted seconds of sound, as (call)/(number), that are not on their topic. */
    Set<String> lostAudio(Ledger ledger) {
        Set<String> missing = new TreeSet<>();
        ledger.calls().forEach((callId, call) -> call.audio().forEach(second -> missing.add(callId + "/" + second)));
        List<TopicPartition> partitions = partitions(AUDIO);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofSeconds(1))
                    .forEach(record -> missing.remove(record.key() + "/" + sequence(record)));
        }
        return missing;
    }

    /** How many chunks of sound triage has not taken in; waits a while for it to come to 0. */
    long audioAheadOfTriage() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions(AUDIO));
        long end = System.nanoTime() + LIMIT.toNanos();
        long behind = behind(ends);
        while (behind > 0 && System.nanoTime() < end) {
            Thread.sleep(500);
            behind = behind(ends);
        }
        return behind;
    }

    private long behind(Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets("triage-service-intake-audio")
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue()
                        - (committed.get(end.getKey()) == null
                                ? 0
                                : committed.get(end.getKey()).offset()))
                .sum();
    }

    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toList());
    }

    private static String sequence(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
