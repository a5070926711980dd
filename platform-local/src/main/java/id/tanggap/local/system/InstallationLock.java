package id.tanggap.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Held by the one launcher that starts or stops a system; the kernel gives it back when that launcher dies. */
final class InstallationLock implements AutoCloseable {
    private final FileChannel channel;

    private InstallationLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for the lock; {@code waiting} hears the holder's process id if it has to. */
    static InstallationLock take(Path file, Consumer<String> waiting) throws IOException {
        while (true) {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                waiting.accept(holder(file));
                channel.lock();
            }
            String own = ProcessHandle.current().pid() + "." + System.nanoTime();
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(own.getBytes(StandardCharsets.UTF_8)));
            // The one before may have wiped the folder: then this is a lock on a file that nobody else will see.
            if (own.equals(content(file))) {
                return new InstallationLock(channel);
            }
            channel.close();
            Files.createDirectories(file.getParent());
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

    private static String holder(Path file) throws IOException {
        String content = content(file);
        return content.contains(".") ? content.substring(0, content.indexOf('.')) : "unknown";
    }

    private static String content(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        }
    }
}
