package id.tanggap.local.backup;

import id.tanggap.local.dlq.DeadLetterQueue;
import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.SystemConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker's topics, written and read as its administrator. */
final class RecordBoard implements AutoCloseable {
    private static final String KEY = "call-112";

    /** So that a time of writing is not taken for it; no topic forgets it yet. */
    private static final long A_WHILE_AGO =
            System.currentTimeMillis() - Duration.ofMinutes(20).toMillis();

    private final Admin admin;
    private final Producer<String, String> producer;
    private final Consumer<String, String> consumer;

    RecordBoard(SystemConfig config) {
        Map<String, Object> access = new HashMap<>(KafkaAccess.client(config, Names.KAFKA_ADMIN));
        access.put("enable.auto.commit", "false");
        admin = KafkaAccess.admin(config);
        producer = new KafkaProducer<>(access, new StringSerializer(), new StringSerializer());
        consumer = new KafkaConsumer<>(access, new StringDeserializer(), new StringDeserializer());
    }

    @Override
    public void close() {
        admin.close();
        producer.close();
        consumer.close();
    }

    void event(String topic, int partition, String id, String value) {
        ProducerRecord<String, String> event = new ProducerRecord<>(topic, partition, A_WHILE_AGO, KEY, value);
        event.headers().add("ce_id", id.getBytes(StandardCharsets.UTF_8));
        send(event);
    }

    /** As the launcher marks a letter that it has put back. */
    void mark(String topic, int partition, long letter) {
        ProducerRecord<String, String> mark = new ProducerRecord<>(topic, partition, A_WHILE_AGO, KEY, (String) null);
        mark.headers().add(DeadLetterQueue.PUT_BACK, Long.toString(letter).getBytes(StandardCharsets.UTF_8));
        send(mark);
    }

    private void send(ProducerRecord<String, String> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void commit(String group, TopicPartition partition, long offset) {
        try {
            admin.alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(offset)))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    long committed(String group, TopicPartition partition) {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(partition)
                    .offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As retention does, by which later offsets no longer begin at 0. */
    void forgetBefore(TopicPartition partition, long offset) {
        try {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that is on a topic, with everything that a consumer sees but the offset. */
    List<String> read(String topic) {
        return records(topic).stream().map(RecordBoard::text).toList();
    }

    List<String> ids(String topic) {
        return records(topic).stream()
                .map(record -> new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                .toList();
    }

    private List<ConsumerRecord<String, String>> records(String topic) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            consumer.poll(Duration.ofMillis(200)).forEach(found::add);
        }
        return found;
    }

    private static String text(ConsumerRecord<String, String> record) {
        return "partition=%d time=%d key=%s value=%s %s"
                .formatted(
                        record.partition(),
                        record.timestamp(),
                        record.key(),
                        record.value(),
                        StreamSupport.stream(record.headers().spliterator(), false)
                                .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining(" ")));
    }
}
