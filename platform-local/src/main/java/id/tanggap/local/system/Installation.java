package id.tanggap.local.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Folders;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The local system of one clone: its sources, and the folder (mode 0700) with its data, logs, process ids and secrets,
 * which survives a {@code down} and a reboot.
 *
 * @param root the clone
 * @param home {@code .tanggap} in it
 */
public record Installation(Path root, Path home) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Installation of(Path root) {
        Path clone = root.toAbsolutePath().normalize();
        return new Installation(clone, clone.resolve(".tanggap"));
    }

    public Path credentialsFile() {
        return home.resolve("credentials.json");
    }

    public boolean exists() {
        return Files.exists(credentialsFile());
    }

    /** What is there, for looking at; where nothing is there, nothing is made. */
    public LocalSystem look() {
        return system(exists() ? Credentials.loadOrCreate(credentialsFile()) : Credentials.random(), settings());
    }

    /**
     * What is there, ready to be started: with secrets and the agencies' client files.
     *
     * @param portOffset added to each port of the local profile; remembered for later commands
     */
    public LocalSystem prepare(int portOffset) {
        // Before it is remembered: a wrong one would also be the next start's.
        Ports.local(portOffset);
        try {
            makeHome();
            JSON.writeValue(settingsFile().toFile(), new Settings(portOffset));
        } catch (IOException e) {
            throw new StackException(
                    "Cannot write to " + home + " (" + e.getMessage() + "); check owner and space.", e);
        }
        LocalSystem system = system(Credentials.loadOrCreate(credentialsFile()), settings());
        ClientFiles.in(home).write(system.config());
        return system;
    }

    public int portOffset() {
        return settings().portOffset();
    }

    /**
     * Does the work while no other launcher starts or stops this system.
     *
     * @param waiting hears the process id of the one that must be waited for
     */
    public <T> T alone(Consumer<String> waiting, Supplier<T> work) {
        InstallationLock lock;
        try {
            makeHome();
            lock = InstallationLock.take(home.resolve("lock"), waiting);
        } catch (IOException e) {
            throw new StackException("Cannot lock " + home + " (" + e.getMessage() + "); check owner and space.", e);
        }
        try {
            return work.get();
        } finally {
            lock.close();
        }
    }

    /** Removes all data and secrets; nothing may run. */
    public void wipe() {
        try {
            Folders.delete(home);
        } catch (IOException e) {
            throw new StackException("Cannot remove " + home + ": " + e.getMessage(), e);
        }
    }

    private void makeHome() throws IOException {
        Files.createDirectories(home);
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    }

    private LocalSystem system(Credentials credentials, Settings settings) {
        return new LocalSystem(root, new SystemConfig(home, Ports.local(settings.portOffset()), credentials, true));
    }

    private Path settingsFile() {
        return home.resolve("settings.json");
    }

    private Settings settings() {
        try {
            return Files.exists(settingsFile())
                    ? JSON.readValue(settingsFile().toFile(), Settings.class)
                    : new Settings(0);
        } catch (IOException e) {
            throw new StackException("Cannot read " + settingsFile() + " (" + e.getMessage() + "); remove it.", e);
        }
    }

    private record Settings(int portOffset) {}
}
