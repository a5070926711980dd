package id.tanggap.local.test;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Folders;
import id.tanggap.local.stack.KeycloakServer;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.Realm;
import id.tanggap.local.stack.Secrets;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One Keycloak for all test JVMs of a build: of all servers its start costs by far the most, and no test changes its realm.
 * The first who asks starts it; it ends with the program that started the JVMs, Maven or an IDE ({@link Reaper}).
 */
final class SharedKeycloak {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long owner;
    private final Path home;
    private final Path stateFile;

    SharedKeycloak(long owner) {
        this.owner = owner;
        this.home = Path.of(System.getProperty("java.io.tmpdir"), "tanggap-test-keycloak-" + owner);
        this.stateFile = home.resolve("state.json");
    }

    /** Of the build that this JVM belongs to; of this JVM alone where no other one started it. */
    static SharedKeycloak ofBuild() {
        ProcessHandle self = ProcessHandle.current();
        // Maven starts a test JVM through a shell.
        for (var above = self.parent(); above.isPresent(); above = above.get().parent()) {
            if (above.get()
                    .info()
                    .command()
                    .filter(program -> program.endsWith("/java"))
                    .isPresent()) {
                return new SharedKeycloak(above.get().pid());
            }
        }
        return new SharedKeycloak(self.pid());
    }

    /** Its ports, clients and users; it may have to be started yet. */
    SystemConfig config() {
        // Beside the folder, which may be removed and made anew.
        return locked(home.resolveSibling(home.getFileName() + ".lock"), () -> {
            State known = Files.exists(stateFile) ? JSON.readValue(stateFile.toFile(), State.class) : null;
            return (known != null && known.isCurrent() ? known : fresh()).config(home);
        });
    }

    /** Returns when it serves. */
    void start() {
        KeycloakServer server = new KeycloakServer(config());
        locked(home.resolve("start.lock"), () -> {
            if (!server.serves()) {
                server.start();
            }
            return server;
        });
    }

    private State fresh() throws IOException {
        Credentials credentials = Credentials.random();
        State state = new State(Ports.free(), credentials, Realm.localDocument(credentials));
        new KeycloakServer(state.config(home)).kill();
        Folders.delete(home);
        Files.createDirectories(home);
        Reaper.watch(home, owner);
        Secrets.write(stateFile, JSON.writeValueAsString(state));
        return state;
    }

    private <T> T locked(Path file, Work<T> work) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException(file + " is not locked");
            }
            return work.run();
        } catch (IOException e) {
            throw new StackException("Cannot use " + home + " for the tests' Keycloak: " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }

    private record State(Ports ports, Credentials credentials, String realm) {

        SystemConfig config(Path home) {
            return new SystemConfig(home, ports, credentials, false);
        }

        /** Whether it has the realm that it would have if it were made now. */
        boolean isCurrent() {
            return realm.equals(Realm.localDocument(credentials));
        }
    }
}
