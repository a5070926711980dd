package id.tanggap.local.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The committed configuration, turned into a local system's. */
class MonitoringFilesTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final MonitoringFiles files = new MonitoringFiles(Path.of("../monitoring"));
    private final SystemConfig config =
            new SystemConfig(Path.of("/home"), Ports.local(1000), Credentials.random(), true);

    @Test
    void everyServiceIsScrapedOnTheLoopbackAddressAndWithAToken() throws IOException {
        JsonNode root = YAML.readTree(files.prometheus(config, Path.of("/home/secret"), Duration.ofSeconds(1)));
        JsonNode services = root.path("scrape_configs").get(0);
        List<String> scraped = new ArrayList<>();
        services.path("static_configs")
                .forEach(each -> scraped.add(each.at("/labels/service").asText() + " "
                        + each.at("/targets/0").asText()));
        assertEquals(
                Names.SERVICES.stream()
                        .map(name -> name + " 127.0.0.1:" + config.ports().of(name))
                        .toList(),
                scraped);
        assertEquals("/home/secret", services.at("/oauth2/client_secret_file").asText());
        assertEquals(
                config.realmUrl() + "/protocol/openid-connect/token",
                services.at("/oauth2/token_url").asText());
        assertEquals(0, root.findValues("tls_config").size());
        assertEquals(0, root.findValues("scheme").size());
        assertEquals("1000ms", root.at("/global/scrape_interval").asText());
        assertEquals(
                "127.0.0.1:9191",
                root.at("/alerting/alertmanagers/0/static_configs/0/targets/0").asText());
    }

    @Test
    void aLocalSystemSendsNobodyAnythingButRoutesAsADeploymentDoes() throws IOException {
        JsonNode committed = YAML.readTree(
                Path.of("../monitoring/alertmanager/alertmanager.yml").toFile());
        JsonNode local = YAML.readTree(files.alertmanager());
        assertEquals(committed.path("route"), local.path("route"));
        assertEquals(committed.path("inhibit_rules"), local.path("inhibit_rules"));
        assertTrue(local.path("receivers").size() >= 2);
        local.path("receivers").forEach(receiver -> assertEquals(1, receiver.size(), receiver.toString()));
        assertFalse(local.path("global").has("smtp_smarthost"));
    }

    @Test
    void noSecretIsInIt() {
        String text = files.prometheus(config, Path.of("/home/secret"), Duration.ofSeconds(1));
        assertFalse(text.contains(config.credentials().clients().get(Names.PROMETHEUS)));
    }
}
