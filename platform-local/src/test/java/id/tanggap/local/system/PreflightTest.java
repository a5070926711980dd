package id.tanggap.local.system;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.system.FakeServer.Start;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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
    void aFullDiskIsNoticedBeforeAnythingStarts() {
        Path notYet = folder.resolve("not/yet/there");
        assertDoesNotThrow(() -> Preflight.disk(notYet, 1));
        String message = assertThrows(StackException.class, () -> Preflight.disk(notYet, Long.MAX_VALUE))
                .getMessage();
        assertTrue(message.startsWith("Only "), message);
        assertTrue(message.contains(notYet.toString()) && message.contains("free some space"), message);
    }
}
