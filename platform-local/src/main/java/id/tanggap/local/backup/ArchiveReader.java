package id.tanggap.local.backup;

import id.tanggap.local.backup.Manifest.Part;
import id.tanggap.local.stack.StackException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Reads a backup from its first byte to its last, and says in one line what is wrong with it. */
final class ArchiveReader {
    private final Path file;

    ArchiveReader(Path file) {
        this.file = file;
    }

    /** Takes what a backup holds, before it is known to be whole. */
    interface Sink {
        /** For those who only want to know. */
        Sink NONE = new Sink() {};

        default void folder(String name) throws IOException {}

        default void part(String name, InputStream content) throws IOException {
            content.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Throws unless each part is there as it was written, and nothing else. */
    Manifest read(Sink sink) {
        try (InputStream source = new Source(Files.newInputStream(file));
                InputStream plain = new GzipCompressorInputStream(new BufferedInputStream(source, 1 << 16));
                TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
            checkFormat(tar);
            Map<String, Part> found = new TreeMap<>();
            Manifest manifest = parts(tar, sink, found);
            if (tar.getNextEntry() != null) {
                throw damaged("something follows its last part", null);
            }
            // To the end, where the checksum over all is.
            plain.transferTo(OutputStream.nullOutputStream());
            compare(manifest.parts(), found);
            return manifest;
        } catch (Unwritable e) {
            throw new StackException("Cannot write what " + file + " holds: " + e.getMessage(), e);
        } catch (IOException | IllegalArgumentException e) {
            if (!Files.isReadable(file)) {
                throw new StackException("There is no file " + file + " that can be read.", e);
            }
            throw damaged(e.getMessage(), e);
        }
    }

    private void checkFormat(TarArchiveInputStream tar) throws IOException {
        TarArchiveEntry first = tar.getNextEntry();
        if (first == null || !first.getName().equals(Archive.FORMAT_NAME)) {
            throw new StackException(file + " is not a backup of Tanggap 112.");
        }
        String format = new String(tar.readNBytes(100), StandardCharsets.UTF_8);
        if (!format.equals(Archive.FORMAT)) {
            throw new StackException(file + " has the format \"" + format.strip() + "\", this launcher reads \""
                    + Archive.FORMAT.strip() + "\": restore it with the version that made it.");
        }
    }

    private Manifest parts(TarArchiveInputStream tar, Sink sink, Map<String, Part> found) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            String name = entry.getName();
            if (name.equals(Archive.MANIFEST)) {
                return Archive.JSON.readValue(tar.readAllBytes(), Manifest.class);
            }
            checkName(entry);
            if (entry.isDirectory()) {
                sinking(() -> sink.folder(name));
                continue;
            }
            MessageDigest digest = Archive.sha256();
            sinking(() -> sink.part(name, new DigestInputStream(new Source(tar), digest)));
            Part before =
                    found.put(name, new Part(entry.getSize(), HexFormat.of().formatHex(digest.digest())));
            if (before != null) {
                throw damaged(name + " is in it twice", null);
            }
        }
        throw damaged("it ends before its manifest", null);
    }

    /** Nothing but plain files and folders in our own three places, which they may not leave. */
    private void checkName(TarArchiveEntry entry) {
        String name = entry.getName();
        boolean ours =
                name.equals(Archive.CREDENTIALS) || name.startsWith(Archive.POSTGRES) || name.startsWith(Archive.KAFKA);
        boolean plain = entry.isDirectory() || entry.isFile() && !entry.isLink() && !entry.isSymbolicLink();
        if (!ours || !plain || List.of(name.split("/")).contains("..")) {
            throw damaged("its part " + name + " belongs to no backup", null);
        }
    }

    private void compare(Map<String, Part> written, Map<String, Part> found) {
        for (Map.Entry<String, Part> part : written.entrySet()) {
            if (!part.getValue().equals(found.get(part.getKey()))) {
                throw damaged("its part " + part.getKey() + " is not what was written", null);
            }
        }
        found.keySet().removeAll(written.keySet());
        if (!found.isEmpty()) {
            throw damaged("its part " + found.keySet().iterator().next() + " is not in its manifest", null);
        }
    }

    private StackException damaged(String how, Throwable cause) {
        return new StackException(file + " is damaged (" + how + "): take another backup.", cause);
    }

    private static void sinking(Writing writing) throws IOException {
        try {
            writing.run();
        } catch (Unreadable e) {
            throw e;
        } catch (IOException e) {
            throw new Unwritable(e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    /** A failure to read the backup, told from one to write what was read. */
    private static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private static final class Unwritable extends IOException {
        private static final long serialVersionUID = 1L;

        Unwritable(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** What is read, with its failures marked; closing it is the owner's. */
    private static final class Source extends FilterInputStream {
        Source(InputStream source) {
            super(source);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                throw new Unreadable(e);
            }
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            try {
                return super.read(target, from, length);
            } catch (IOException e) {
                throw new Unreadable(e);
            }
        }
    }
}
