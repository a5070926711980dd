package id.tanggap.local.replay.agency;

import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.SystemConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** One agency's app: reads its own topic with its own credentials, from the place where the topic ends at the start. */
public final class AgencyConsumer implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final String agency;
    private final Consumer<AgencyRecord> sink;
    private final KafkaConsumer<String, byte[]> kafka;
    private final List<TopicPartition> partitions;
    private final ConcurrentLinkedQueue<CompletableFuture<Boolean>> questions = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean closing;

    /** Returns when the agency misses nothing that comes from now on; {@code sink} hears it on a thread of its own. */
    public AgencyConsumer(SystemConfig system, String agency, Consumer<AgencyRecord> sink) {
        this(KafkaAccess.client(system, Names.agencyPrincipal(agency)), agency, sink);
    }

    /** The same, wherever the broker is; {@code access}: how the agency reaches it. */
    public AgencyConsumer(Map<String, String> access, String agency, Consumer<AgencyRecord> sink) {
        this.agency = agency;
        this.sink = sink;
        Map<String, Object> settings = new HashMap<>(access);
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("reconnect.backoff.max.ms", "500");
        settings.put("client.id", "replay-" + agency);
        kafka = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        partitions = kafka.partitionsFor("ticket.agency." + agency + ".v1", START_LIMIT).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        kafka.assign(partitions);
        kafka.endOffsets(partitions, START_LIMIT).forEach(kafka::seek);
        thread = Thread.ofPlatform().daemon().name("agency-" + agency).start(this::run);
    }

    /** Whether everything that is on the topic now has been received; false while the broker is away. */
    CompletableFuture<Boolean> caughtUp() {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        questions.add(answer);
        return answer;
    }

    private void run() {
        try (kafka) {
            while (!closing) {
                for (ConsumerRecord<String, byte[]> record : kafka.poll(POLL)) {
                    // A tombstone says that a ticket is forgotten: no news.
                    if (record.value() != null) {
                        sink.accept(read(record, System.nanoTime()));
                    }
                }
                answerQuestions();
            }
        }
    }

    private void answerQuestions() {
        for (var question = questions.poll(); question != null; question = questions.poll()) {
            question.complete(atEnd());
        }
    }

    private boolean atEnd() {
        try {
            return kafka.endOffsets(partitions, Duration.ofSeconds(5)).entrySet().stream()
                    .allMatch(end -> kafka.position(end.getKey()) >= end.getValue());
        } catch (KafkaException e) {
            return false;
        }
    }

    private AgencyRecord read(ConsumerRecord<String, byte[]> record, long now) {
        Header id = record.headers().lastHeader("ce_id");
        String eventId = id == null ? "" : new String(id.value(), StandardCharsets.UTF_8);
        return AgencyRecord.read(agency, eventId, record.value(), now);
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
