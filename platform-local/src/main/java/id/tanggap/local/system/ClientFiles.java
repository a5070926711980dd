package id.tanggap.local.system;

import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.Secrets;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Ready settings of each agency's own Kafka client, mode 0600: one file in librdkafka's keys ({@code kcat -F}, Python, Go,
 * .NET), one in those of the Java client.
 */
public record ClientFiles(Path folder) {
    /** The file, beside a client's settings, of the authority that its broker's certificate is from. */
    public static final String AUTHORITY = "tanggap-ca.crt";

    static ClientFiles in(Path home) {
        return new ClientFiles(home.resolve("clients"));
    }

    /** For {@code kcat -F}. */
    public Path librdkafka(String agency) {
        return folder.resolve(agency + ".properties");
    }

    /** For {@code Properties.load}. */
    public Path java(String agency) {
        return folder.resolve(agency + ".java.properties");
    }

    void write(SystemConfig config) {
        // For librdkafka before 2.6.1, whose SCRAM fails with Kafka 4.
        write(config, new Broker(config.bootstrapServers(), "PLAIN", false));
    }

    /**
     * Where agencies reach the broker.
     *
     * @param mechanism by which librdkafka's clients prove themselves; Java's do by SCRAM-SHA-512
     * @param tls whether it proves itself, too: by a certificate of the authority in {@link #AUTHORITY}, which is given beside the files
     */
    public record Broker(String bootstrapServers, String mechanism, boolean tls) {}

    /** Writes them for a system whose broker agencies reach there. */
    public void write(SystemConfig config, Broker broker) {
        try {
            for (String agency : Names.AGENCIES) {
                Map<String, String> java = new TreeMap<>(KafkaAccess.client(config, Names.agencyPrincipal(agency)));
                java.put("bootstrap.servers", broker.bootstrapServers());
                java.put("group.id", Names.agencyPrincipal(agency));
                java.put("auto.offset.reset", "earliest");
                Map<String, String> librdkafka = librdkafka(java, agency, config);
                librdkafka.put("sasl.mechanism", broker.mechanism());
                if (broker.tls()) {
                    java.putAll(KafkaAccess.encrypted(AUTHORITY));
                    librdkafka.put("security.protocol", "SASL_SSL");
                    librdkafka.put("ssl.ca.location", AUTHORITY);
                }
                Secrets.write(java(agency), text(java));
                Secrets.write(librdkafka(agency), text(librdkafka));
            }
        } catch (IOException e) {
            throw new StackException("Cannot write " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, String> librdkafka(Map<String, String> java, String agency, SystemConfig config) {
        String principal = Names.agencyPrincipal(agency);
        Map<String, String> settings = new TreeMap<>(java);
        settings.remove("sasl.jaas.config");
        settings.put("sasl.username", principal);
        settings.put("sasl.password", config.credentials().kafka().get(principal));
        return settings;
    }

    private static String text(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
