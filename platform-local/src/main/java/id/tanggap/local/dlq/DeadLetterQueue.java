package id.tanggap.local.dlq;

import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * One dead-letter queue, as the administrator works on it. A letter that was put back is followed in its partition by a
 * record without value whose header names its offset: it is listed and put back no more, and if its consumer still cannot
 * handle it, it lies there anew, once.
 */
public final class DeadLetterQueue {
    /** The header with the offset, in the same partition, of the letter that was put back. */
    public static final String PUT_BACK = "put-back-offset";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SystemConfig config;
    private final String name;
    private final QueueRules rules;

    public DeadLetterQueue(SystemConfig config, String name, QueueRules rules) {
        this.config = config;
        this.name = name;
        this.rules = rules;
    }

    /**
     * What came of a replay.
     *
     * @param kept why a letter stayed, by the letter
     */
    public record Outcome(int putBack, Map<DeadLetter, String> kept) {}

    /** The letters that nobody has put back yet, each key's in their order. */
    public List<DeadLetter> letters() {
        Map<TopicPartition, Set<Long>> putBack = new HashMap<>();
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : read()) {
            Header marker = record.headers().lastHeader(PUT_BACK);
            if (marker != null && record.value() == null) {
                putBack.computeIfAbsent(partition(record), partition -> new HashSet<>())
                        .add(Long.valueOf(new String(marker.value(), StandardCharsets.UTF_8)));
            } else {
                records.add(record);
            }
        }
        return records.stream()
                .filter(record ->
                        !putBack.getOrDefault(partition(record), Set.of()).contains(record.offset()))
                .map(DeadLetter::new)
                .toList();
    }

    /** Puts the letters back on the topics that they came from, as they were. */
    public Outcome replay(Predicate<DeadLetter> wanted) {
        Map<DeadLetter, String> kept = new LinkedHashMap<>();
        int putBack = 0;
        try (Producer<byte[], byte[]> producer = producer()) {
            for (DeadLetter letter : letters().stream().filter(wanted).toList()) {
                var objection = rules.objection(letter);
                if (objection.isPresent()) {
                    kept.put(letter, objection.get());
                } else {
                    send(producer, letter.original());
                    send(producer, marker(letter.record()));
                    putBack++;
                }
            }
        }
        return new Outcome(putBack, kept);
    }

    private ProducerRecord<byte[], byte[]> marker(ConsumerRecord<byte[], byte[]> letter) {
        ProducerRecord<byte[], byte[]> marker = new ProducerRecord<>(name, letter.partition(), letter.key(), null);
        marker.headers().add(PUT_BACK, Long.toString(letter.offset()).getBytes(StandardCharsets.UTF_8));
        return marker;
    }

    /** Everything up to the present end. */
    private List<ConsumerRecord<byte[], byte[]>> read() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Instant givenUp = Instant.now().plus(PATIENCE);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                var found = consumer.poll(Duration.ofMillis(200));
                found.forEach(records::add);
                if (!found.isEmpty()) {
                    givenUp = Instant.now().plus(PATIENCE);
                } else if (Instant.now().isAfter(givenUp)) {
                    throw new StackException("Kafka gives no records of " + name + ": ./tanggap status.");
                }
            }
        } catch (KafkaException e) {
            throw new StackException("Cannot read " + name + ": " + e.getMessage(), e);
        }
        return records;
    }

    private void send(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new StackException(
                    "Cannot write to " + record.topic() + ": " + e.getCause().getMessage()
                            + ". What was put back before is marked: replay again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(access(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = access();
        settings.put("acks", "all");
        settings.put("linger.ms", "0");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> access() {
        return new HashMap<>(KafkaAccess.client(config, Names.KAFKA_ADMIN));
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
