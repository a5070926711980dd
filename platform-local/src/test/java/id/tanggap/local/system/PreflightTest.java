package id.tanggap.local.system;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.system.FakeServer.Start;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    @TempDir
    private Path folder;

    @Test
    void aTakenPortIsNamedWithWhoHasItAndWhatToDo() throws IOException {
        Ports ports = Ports.free();
        FakeServer keycloak = new FakeServer("keycloak", Start.SUCCEEDS);
        assertDoesNotThrow(() -> Preflight.ports(ports, List.of(keycloak)));
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress("127.0.0.1", ports.keycloakManagement()));
            String message = assertThrows(StackException.class, () -> Preflight.ports(ports, List.of(keycloak)))
                    .getMessage();
            assertTrue(message.contains("Port " + ports.keycloakManagement() + " of keycloak"), message);
            assertTrue(message.contains("process " + ProcessHandle.current().pid()), message);
            assertTrue(message.contains("--port-offset"), message);
            keycloak.alive = true;
            assertDoesNotThrow(() -> Preflight.ports(ports, List.of(keycloak)), "its own port is not taken");
        }
    }

    @Test
    void onlyAFirstStartOrABuildNeedsMuchOfTheDisk() throws IOException {
        SystemConfig config = new SystemConfig(folder, Ports.free(), Credentials.random(), true);
        List<FakeServer> servers = List.of(FakeServer.running("kafka"), FakeServer.running("postgres"));
        assertTrue(Preflight.neededBytes(config, servers, false) > 0);
        for (FakeServer server : servers) {
            Files.createDirectories(config.data(server.name()));
        }
        assertEquals(0, Preflight.neededBytes(config, servers, false));
        assertTrue(Preflight.neededBytes(config, servers, true) > 0);
    }

    @Test
    void aFullDiskIsNoticedBeforeAnythingStarts() {
        Path notYet = folder.resolve("not/yet/there");
        assertDoesNotThrow(() -> Preflight.disk(notYet, 1));
        String message = assertThrows(StackException.class, () -> Preflight.disk(notYet, Long.MAX_VALUE))
                .getMessage();
        assertTrue(message.startsWith("Only "), message);
        assertTrue(message.contains(notYet.toString()) && message.contains("free some space"), message);
    }
}
