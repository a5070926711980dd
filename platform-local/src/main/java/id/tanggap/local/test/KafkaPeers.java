package id.tanggap.local.test;

import id.tanggap.local.stack.KafkaAccess;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Plain Kafka clients of other parties, with the credentials and the rights of the named principal ({@code agency-damkar},
 * {@code ticket-service}); {@code admin} may do everything. The caller closes them.
 */
public final class KafkaPeers {
    private KafkaPeers() {}

    /** Reads from the beginning in a group that nobody else uses; commits nothing. */
    public static KafkaConsumer<String, byte[]> consumer(String principal) {
        return consumer(principal, principal + "-" + UUID.randomUUID());
    }

    /** Reads from the group's place, else from the beginning; commits only when told. */
    public static KafkaConsumer<String, byte[]> consumer(String principal, String group) {
        Map<String, Object> settings = settings(principal);
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    public static KafkaProducer<String, byte[]> producer(String principal) {
        Map<String, Object> settings = settings(principal);
        settings.put("acks", "all");
        settings.put("linger.ms", "0");
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    public static Admin admin() {
        return KafkaAccess.admin(EmbeddedStack.config());
    }

    private static Map<String, Object> settings(String principal) {
        return new HashMap<>(KafkaAccess.client(EmbeddedStack.config(), principal));
    }
}
