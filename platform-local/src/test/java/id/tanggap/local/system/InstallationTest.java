package id.tanggap.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.StackException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    @TempDir
    private Path root;

    private Installation installation;

    @BeforeEach
    void place() {
        installation = Installation.of(root);
    }

    @Test
    void lookingMakesNothing() throws IOException {
        installation.look();
        try (Stream<Path> files = Files.list(root)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void secretsAreReadableByTheirOwnerAloneAndStayTheSame() throws IOException {
        Credentials first = installation.prepare(0).config().credentials();
        assertEquals(first, installation.prepare(0).config().credentials());
        assertEquals("rwx------", mode(installation.home()));
        assertEquals("rw-------", mode(installation.credentialsFile()));
        ClientFiles clients = ClientFiles.in(installation.home());
        assertEquals("rw-------", mode(clients.librdkafka("damkar")));
        assertEquals("rw-------", mode(clients.java("damkar")));
    }

    @Test
    void aFolderThatSomebodyElseMadeIsClosed() throws IOException {
        Files.createDirectories(installation.home());
        Files.setPosixFilePermissions(installation.home(), PosixFilePermissions.fromString("rwxr-xr-x"));
        installation.prepare(0);
        assertEquals("rwx------", mode(installation.home()));
    }

    @Test
    void portsThatDoNotExistAreRefusedAndNotRemembered() {
        StackException refusal = assertThrows(StackException.class, () -> installation.prepare(100_000));
        assertTrue(refusal.getMessage().startsWith("--port-offset must be from 0 to "), refusal.getMessage());
        assertEquals(0, installation.portOffset());
    }

    @Test
    void anotherInstallationHasOtherSecrets(@TempDir Path other) {
        assertNotEquals(
                installation.prepare(0).config().credentials(),
                Installation.of(other).prepare(0).config().credentials());
    }

    @Test
    void anAgencysClientFileCarriesItsOwnPasswordAndNoOthers() throws IOException {
        Credentials credentials = installation.prepare(0).config().credentials();
        String text = Files.readString(ClientFiles.in(installation.home()).librdkafka("damkar"));
        Properties settings = new Properties();
        settings.load(new StringReader(text));
        assertEquals("agency-damkar", settings.getProperty("sasl.username"));
        assertEquals(credentials.kafka().get("agency-damkar"), settings.getProperty("sasl.password"));
        assertEquals("127.0.0.1:19092", settings.getProperty("bootstrap.servers"));
        assertFalse(text.contains(credentials.kafka().get("agency-bpbd")));
        assertFalse(text.contains(credentials.kafka().get("admin")));
    }

    @Test
    void thePortsOfTheLastStartAreRemembered() {
        installation.prepare(1000);
        assertEquals(9101, Installation.of(root).look().config().ports().intake());
    }

    @Test
    void wipingLeavesNothing() {
        installation.prepare(0);
        installation.wipe();
        assertFalse(Files.exists(installation.home()));
        assertFalse(installation.exists());
        assertTrue(Files.exists(root));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
