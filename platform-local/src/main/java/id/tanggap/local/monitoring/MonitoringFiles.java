package id.tanggap.local.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a deployment's Prometheus and Alertmanager are told, with a local system's addresses in the place of its network's.
 *
 * @param folder {@code monitoring} of the sources
 */
record MonitoringFiles(Path folder) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** {@code interval}: between two scrapes, and between two evaluations of the rules. */
    String prometheus(SystemConfig config, Path clientSecret, Duration interval) {
        ObjectNode root = read("prometheus/prometheus.yml");
        ((ObjectNode) root.path("global"))
                .put("scrape_interval", interval.toMillis() + "ms")
                .put("evaluation_interval", interval.toMillis() + "ms");
        root.putArray("rule_files").add(rules() + "/*.yml");
        addresses(root.at("/alerting/alertmanagers"), config.ports());
        for (JsonNode job : root.path("scrape_configs")) {
            addresses(job, config.ports());
            inTheClear((ObjectNode) job);
            if (job.path("oauth2") instanceof ObjectNode oauth2) {
                oauth2.put("client_secret_file", clientSecret.toString())
                        .put("token_url", config.realmUrl() + "/protocol/openid-connect/token");
            }
        }
        return write(root);
    }

    /** Routed as in a deployment, but nothing leaves this machine: Alertmanager only lists what would be sent. */
    String alertmanager() {
        ObjectNode root = read("alertmanager/alertmanager.yml");
        root.path("receivers").forEach(receiver -> ((ObjectNode) receiver).retain("name"));
        ((ObjectNode) root.path("global")).retain("resolve_timeout");
        return write(root);
    }

    /** When any of it was last changed. */
    Instant changed() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .map(MonitoringFiles::changed)
                    .max(Instant::compareTo)
                    .orElse(Instant.MIN);
        } catch (IOException e) {
            throw new StackException("Cannot look at " + folder + ": " + e.getMessage(), e);
        }
    }

    /** A local system has no certificates. */
    private static void inTheClear(ObjectNode job) {
        job.remove(List.of("scheme", "tls_config"));
        if (job.path("oauth2") instanceof ObjectNode oauth2) {
            oauth2.remove("tls_config");
        }
    }

    private Path rules() {
        return folder.resolve("prometheus/rules");
    }

    /** A target is named {@code <member>:<port>} there. */
    private static void addresses(JsonNode node, Ports ports) {
        node.findValues("targets").forEach(each -> {
            ArrayNode targets = (ArrayNode) each;
            for (int i = 0; i < targets.size(); i++) {
                String member = targets.get(i).asText().split(":")[0];
                targets.set(i, "127.0.0.1:" + ports.of(member));
            }
        });
    }

    private ObjectNode read(String file) {
        try {
            return (ObjectNode) YAML.readTree(folder.resolve(file).toFile());
        } catch (IOException e) {
            throw new StackException("Cannot read " + folder.resolve(file) + ": " + e.getMessage(), e);
        }
    }

    private static String write(ObjectNode root) {
        try {
            return YAML.writeValueAsString(root);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new StackException("Cannot look at " + file + ": " + e.getMessage(), e);
        }
    }
}
