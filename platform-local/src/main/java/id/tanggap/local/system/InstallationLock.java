package id.tanggap.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Held by the one launcher that starts or stops a system; the kernel gives it back when that launcher dies.
 *
 * <p>It is a POSIX record lock, which a process loses when it closes any descriptor of that file: the file is opened once
 * and otherwise only looked at.
 */
final class InstallationLock implements AutoCloseable {
    private final FileChannel channel;

    private InstallationLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for the lock; {@code waiting} hears the holder's process id if it has to. */
    static InstallationLock take(Path file, Consumer<String> waiting) throws IOException {
        while (true) {
            create(file);
            Optional<Object> identity = identity(file);
            FileChannel channel;
            try {
                channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            } catch (NoSuchFileException e) {
                continue;
            }
            if (channel.tryLock() == null) {
                waiting.accept(holder(channel));
                channel.lock();
            }
            // The one before may have wiped the folder: then this is a lock on a file that nobody else will see.
            if (identity.isPresent() && identity.equals(identity(file))) {
                channel.truncate(0);
                channel.write(
                        ByteBuffer.wrap(
                                Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)),
                        0);
                return new InstallationLock(channel);
            }
            channel.close();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            try {
                Files.createFile(file);
            } catch (FileAlreadyExistsException e) {
                // Another launcher was faster: its file is as good.
            }
        }
    }

    private static Optional<Object> identity(Path file) throws IOException {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(20);
        channel.read(content, 0);
        String pid = StandardCharsets.UTF_8.decode(content.flip()).toString();
        return pid.isEmpty() ? "unknown" : pid;
    }
}
