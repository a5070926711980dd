package id.tanggap.local.stack;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** How a principal of the local system reaches the broker. */
public final class KafkaAccess {
    private KafkaAccess() {}

    /** The client settings of one principal; it must have a password in the installation's credentials. */
    public static Map<String, String> client(SystemConfig config, String principal) {
        String password = config.credentials().kafka().get(principal);
        if (password == null) {
            throw new IllegalArgumentException("no Kafka principal " + principal);
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", config.bootstrapServers());
        settings.put("security.protocol", "SASL_PLAINTEXT");
        config.authority().ifPresent(authority -> settings.putAll(encrypted(authority.toString())));
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put("sasl.jaas.config", jaas(principal, password));
        return settings;
    }

    /** Of a client that gives its password to a broker alone whose certificate is of an authority in this PEM file. */
    public static Map<String, String> encrypted(String authorities) {
        return Map.of(
                "security.protocol", "SASL_SSL",
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", authorities);
    }

    public static Admin admin(SystemConfig config) {
        Map<String, Object> settings = new HashMap<>(client(config, Names.KAFKA_ADMIN));
        settings.put("reconnect.backoff.ms", "20");
        settings.put("reconnect.backoff.max.ms", "200");
        return Admin.create(settings);
    }

    /** Whether the broker answers its administrator now; some seconds at most. */
    public static boolean answers(SystemConfig config) {
        try (Admin admin = admin(config)) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    static String jaas(String principal, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(principal, password);
    }
}
