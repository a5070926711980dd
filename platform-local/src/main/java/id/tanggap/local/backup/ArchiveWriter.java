package id.tanggap.local.backup;

import id.tanggap.local.backup.Manifest.Part;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** Writes a backup part by part, to a new file that only its owner may read. */
final class ArchiveWriter implements AutoCloseable {
    private static final int FILE_MODE = 0600;
    private static final int FOLDER_MODE = 0700;

    private final FileChannel file;
    private final TarArchiveOutputStream tar;
    private final Map<String, Part> parts = new TreeMap<>();
    private final byte[] buffer = new byte[1 << 16];

    ArchiveWriter(Path target) throws IOException {
        file = FileChannel.open(
                target,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        GzipParameters parameters = new GzipParameters();
        // More would cost a small machine, which serves callers meanwhile, three times the processor for a fifth of the
        // size.
        parameters.setCompressionLevel(Deflater.BEST_SPEED);
        OutputStream compressed = new GzipCompressorOutputStream(
                new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16), parameters);
        tar = new TarArchiveOutputStream(compressed);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        put(Archive.FORMAT_NAME, Archive.FORMAT.getBytes(StandardCharsets.UTF_8));
    }

    void folder(String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name + "/");
        entry.setMode(FOLDER_MODE);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    void text(String name, String text) throws IOException {
        bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(String name, byte[] content) throws IOException {
        put(name, content);
        note(name, content.length, Archive.sha256().digest(content));
    }

    /**
     * A file that may change meanwhile: as long as it was when it was opened, and what it then lost is zeros, as in PostgreSQL's own
     * copies, for the log that follows brings it right. One that is gone is left out.
     */
    void file(String name, Path source) throws IOException {
        try (FileChannel content = FileChannel.open(source)) {
            long size = content.size();
            begin(name, size);
            MessageDigest digest = Archive.sha256();
            for (long done = 0; done < size; ) {
                int wanted = (int) Math.min(buffer.length, size - done);
                int read = content.read(ByteBuffer.wrap(buffer, 0, wanted));
                if (read < 0) {
                    Arrays.fill(buffer, 0, wanted, (byte) 0);
                    read = wanted;
                }
                digest.update(buffer, 0, read);
                tar.write(buffer, 0, read);
                done += read;
            }
            tar.closeArchiveEntry();
            note(name, size, digest.digest());
        } catch (NoSuchFileException e) {
            // Dropped since its folder was read.
        }
    }

    Map<String, Part> parts() {
        return Map.copyOf(parts);
    }

    /** The last part, which makes it whole. */
    void finish(Manifest manifest) throws IOException {
        put(Archive.MANIFEST, Archive.JSON.writeValueAsBytes(manifest));
        tar.finish();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private void put(String name, byte[] content) throws IOException {
        begin(name, content.length);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private void begin(String name, long size) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(FILE_MODE);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
    }

    private void note(String name, long size, byte[] digest) {
        parts.put(name, new Part(size, HexFormat.of().formatHex(digest)));
    }
}
