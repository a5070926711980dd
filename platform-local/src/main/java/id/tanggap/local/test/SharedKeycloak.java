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

    /** Its ports, clients and users, once it serves. */
    SystemConfig running() {
        // Beside the folder, which may be removed and made anew.
        Path lockFile = home.resolveSibling(home.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            State state =
                    lock.isValid() && Files.exists(stateFile) ? JSON.readValue(stateFile.toFile(), State.class) : null;
            return state != null && state.isCurrent(home) ? state.config(home) : startAnew();
        } catch (IOException e) {
            throw new StackException("Cannot use " + home + " for the tests' Keycloak: " + e.getMessage(), e);
        }
    }

    private SystemConfig startAnew() throws IOException {
        Credentials credentials = Credentials.random();
        State state = new State(Ports.free(), credentials, Realm.localDocument(credentials));
        SystemConfig config = state.config(home);
        new KeycloakServer(config).kill();
        Folders.delete(home);
        Files.createDirectories(home);
        Reaper.watch(home, owner);
        new KeycloakServer(config).start();
        Secrets.write(stateFile, JSON.writeValueAsString(state));
        return config;
    }

    private record State(Ports ports, Credentials credentials, String realm) {

        SystemConfig config(Path home) {
            return new SystemConfig(home, ports, credentials, false);
        }

        /** Whether it runs, with the realm that it would have if it were started now. */
        boolean isCurrent(Path home) {
            return realm.equals(Realm.localDocument(credentials)) && new KeycloakServer(config(home)).serves();
        }
    }
}
