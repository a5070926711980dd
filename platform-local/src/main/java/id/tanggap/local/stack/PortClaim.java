package id.tanggap.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ports that a process of this user has chosen and perhaps not opened yet: a server opens its own only seconds later, and
 * until then the port looks free to whoever chooses next. A locked file each, which the system lets go with the process,
 * however that ends.
 */
final class PortClaim {
    private static final Path FOLDER =
            Path.of(System.getProperty("java.io.tmpdir"), "tanggap-ports-" + System.getProperty("user.name"));

    /** By port, what is locked; empty where another process has it. */
    private static final Map<Integer, Optional<FileChannel>> ASKED = new ConcurrentHashMap<>();

    private PortClaim() {}

    /** Whether it is the caller's from now on: false where this process has asked for it before, or another one has it. */
    static boolean take(int port) {
        boolean[] taken = {false};
        ASKED.computeIfAbsent(port, ignored -> {
            Optional<FileChannel> file = lock(FOLDER.resolve(Integer.toString(port)));
            taken[0] = file.isPresent();
            return file;
        });
        return taken[0];
    }

    private static Optional<FileChannel> lock(Path path) {
        try {
            Files.createDirectories(FOLDER);
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (file.tryLock() != null) {
                return Optional.of(file);
            }
            file.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
