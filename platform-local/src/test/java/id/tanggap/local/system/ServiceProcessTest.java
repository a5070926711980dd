package id.tanggap.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.ServiceSettings;
import id.tanggap.local.stack.SystemConfig;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {
    @TempDir
    Path home;

    @Test
    void aWebhookCanBeReceivedOnThisMachineAndOnNoOtherInner() {
        Map<String, String> settings = settings("notification-service");

        assertEquals("true", settings.get("tanggap.webhook.allow-insecure"));
        assertEquals("127.0.0.0/8,::1/128", settings.get("tanggap.webhook.allowed-networks"));
    }

    @Test
    void noDeploymentTakesThatOver() {
        SystemConfig config = config();
        for (String service : Names.SERVICES) {
            assertTrue(
                    ServiceSettings.properties(config, service).keySet().stream()
                            .noneMatch(key -> key.startsWith("tanggap.webhook.")),
                    service);
        }
    }

    @Test
    void everyServiceListensOnThisMachineOnly() {
        for (String service : Names.SERVICES) {
            assertEquals("127.0.0.1", settings(service).get("quarkus.http.host"), service);
        }
    }

    private Map<String, String> settings(String service) {
        return new ServiceProcess(config(), home.resolve(service), service).settings();
    }

    private SystemConfig config() {
        return new SystemConfig(home, Ports.local(0), Credentials.random(), true);
    }
}
