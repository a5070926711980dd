package id.tanggap.local.bench;

import id.tanggap.local.replay.http.Request;
import id.tanggap.local.stack.Databases;
import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What this machine's disk, loopback and broker cost without any service of ours, in nanoseconds. */
final class Floors implements AutoCloseable {
    private static final int RECORD_BYTES = 600;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final PlainClient http;
    private final Request live;
    private final Connection database;
    private final PreparedStatement insert;
    private final Admin admin;
    private final String topic = "bench.floor." + UUID.randomUUID();
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    Floors(SystemConfig system, PlainClient http) {
        this.http = http;
        live = Request.get(URI.create("http://127.0.0.1:" + system.ports().intake() + "/q/health/live"), "");
        try {
            database = new Databases(system).connect("postgres");
            try (var statement = database.createStatement()) {
                statement.execute("create table if not exists bench_floor (id uuid primary key, content bytea)");
            }
            insert = database.prepareStatement("insert into bench_floor values (?, ?)");
            admin = KafkaAccess.admin(system);
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        } catch (SQLException | ExecutionException e) {
            throw new StackException("The floor cannot be measured: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
        Map<String, Object> access = Map.copyOf(KafkaAccess.client(system, Names.KAFKA_ADMIN));
        producer = new KafkaProducer<>(access, new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(access, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition(topic, 0)));
        consumer.seekToBeginning(consumer.assignment());
    }

    /** One row inserted and committed, the disk waited for. */
    long commit() {
        try {
            insert.setObject(1, UUID.randomUUID());
            insert.setBytes(2, new byte[RECORD_BYTES]);
            long start = System.nanoTime();
            insert.executeUpdate();
            return System.nanoTime() - start;
        } catch (SQLException e) {
            throw new StackException("The floor cannot be measured: " + e.getMessage(), e);
        }
    }

    /** One request to intake-service that does nothing there. */
    long http() {
        long start = System.nanoTime();
        http.sendUnnamed(live);
        return System.nanoTime() - start;
    }

    /** One record from a producer to a consumer, with {@code acks=all}. */
    long kafkaHop() {
        long start = System.nanoTime();
        producer.send(new ProducerRecord<>(topic, new byte[RECORD_BYTES]));
        if (consumer.poll(LIMIT).isEmpty()) {
            throw new StackException("The floor cannot be measured: the broker is too slow.");
        }
        return System.nanoTime() - start;
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
        admin.deleteTopics(List.of(topic));
        admin.close();
        try (database;
                var statement = database.createStatement()) {
            statement.execute("drop table bench_floor");
        } catch (SQLException e) {
            throw new StackException("The bench's table cannot be dropped: " + e.getMessage(), e);
        }
    }
}
