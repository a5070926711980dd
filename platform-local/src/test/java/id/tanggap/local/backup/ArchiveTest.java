package id.tanggap.local.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.stack.PostgresServer;
import id.tanggap.local.stack.Progress;
import id.tanggap.local.stack.StackException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file must be to be taken for a backup. */
class ArchiveTest {
    private static final String MAJOR = PostgresServer.majorVersion();

    @TempDir
    Path folder;

    private Path backup;

    @BeforeEach
    void write() throws IOException {
        backup = folder.resolve("a.tar.gz");
        write(backup, MAJOR);
    }

    @Test
    void whatWasWrittenIsRead() {
        assertEquals(contents(backup), contents(backup));
        assertEquals(3, contents(backup).size());
        assertEquals("112", contents(backup).get("kafka/t/000000.jsonl"));
        Restore.Summary summary = Restore.check(backup);
        assertEquals(7, summary.records());
        assertTrue(summary.version().matches("[0-9]+\\..*"), summary.version());
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
    }

    @Test
    void aFileThatWasCutShortIsRefusedWhereverThatWas() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        for (int length = 0; length < whole.length; length += 97) {
            Files.write(backup, Arrays.copyOf(whole, length));
            assertThrows(StackException.class, () -> Restore.check(backup), "cut to " + length);
        }
        Files.write(backup, Arrays.copyOf(whole, whole.length - 1));
        assertRefused("damaged", backup);
    }

    @Test
    void aChangedByteIsRefusedOrChangesNothing() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        Map<String, String> before = contents(backup);
        int refused = 0;
        for (int at = 0; at < whole.length; at += 13) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            Files.write(backup, changed);
            try {
                Restore.check(backup);
                assertEquals(before, contents(backup), "changed at " + at);
            } catch (StackException e) {
                refused++;
            }
        }
        // But for the time of writing, in the head of the compressed file, and for bits that stand for nothing.
        assertTrue(refused >= whole.length / 13 * 0.99, refused + " of " + whole.length / 13);
    }

    @Test
    void aPartThatIsNotWhatTheManifestSaysIsRefused() throws IOException {
        rewrite((name, content) ->
                name.equals("kafka/t/000000.jsonl") ? "113".getBytes(StandardCharsets.UTF_8) : content);
        assertRefused("kafka/t/000000.jsonl is not what was written", backup);
    }

    @Test
    void aPartThatIsMissingIsRefused() throws IOException {
        rewrite((name, content) -> name.equals(Archive.CREDENTIALS) ? null : content);
        assertRefused("credentials.json", backup);
    }

    @Test
    void aFileOfAnotherFormatIsRefusedBeforeAnyPartOfItIsRead() throws IOException {
        rewrite((name, content) -> name.equals(Archive.FORMAT_NAME)
                ? "tanggap-backup 2\n".getBytes(StandardCharsets.UTF_8)
                : name.equals(Archive.MANIFEST) ? "what version 2 may say".getBytes(StandardCharsets.UTF_8) : content);
        assertRefused("format \"tanggap-backup 2\"", backup);
    }

    @Test
    void anythingElseIsNoBackup() throws IOException {
        assertRefused("no file", folder.resolve("missing"));
        Files.writeString(backup, "Selamat pagi");
        assertRefused("damaged", backup);
        tar(Map.of("readme.txt", "Selamat pagi"));
        assertRefused("not a backup", backup);
    }

    @Test
    void noPartLeavesItsFolder() throws IOException {
        for (String name : new String[] {
            "postgres/../../evil", "postgres/..", "../evil", "/etc/evil", "kafka/a/../../../evil", "home/evil"
        }) {
            tar(Map.of(Archive.FORMAT_NAME, Archive.FORMAT, name, "evil"));
            assertRefused("belongs to no backup", backup);
            Path home = folder.resolve("inside/home");
            assertThrows(StackException.class, () -> new Restore(folder, home).run(backup, Progress.SILENT));
            assertFalse(Files.exists(folder.resolve("evil")), name);
            assertFalse(Files.exists(folder.resolve("inside/evil")), name);
            assertFalse(Files.exists(home), name);
        }
    }

    @Test
    void aLinkIsNoPart() throws IOException {
        try (TarArchiveOutputStream tar = open()) {
            put(tar, Archive.FORMAT_NAME, Archive.FORMAT.getBytes(StandardCharsets.UTF_8));
            TarArchiveEntry link = new TarArchiveEntry("postgres/link", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        assertRefused("belongs to no backup", backup);
    }

    @Test
    void anotherPostgresIsRefusedAndNothingIsLeft() throws IOException {
        Files.delete(backup);
        write(backup, "12");
        assertRefused("PostgreSQL 12", backup);
        Path home = folder.resolve("home");
        var refused = assertThrows(StackException.class, () -> new Restore(folder, home).run(backup, Progress.SILENT));
        assertTrue(refused.getMessage().contains("PostgreSQL 12"), refused.getMessage());
        assertFalse(Files.exists(home));
        assertFalse(Files.exists(folder.resolve("home.restoring")));
    }

    @Test
    void aHomeWithDataIsLeftAsItIs() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path data = Files.writeString(home.resolve("credentials.json"), "{}");
        var refused = assertThrows(StackException.class, () -> new Restore(folder, home).run(backup, Progress.SILENT));
        assertTrue(refused.getMessage().contains("already"), refused.getMessage());
        assertEquals("{}", Files.readString(data));
    }

    @Test
    void whereARestoreWasCutShortNothingStartsUntilItIsDoneAgain() throws IOException {
        Path home = folder.resolve("home");
        Restore.refuseUnfinished(home);
        Files.createDirectories(folder.resolve("home.restoring/home/data"));
        assertThrows(StackException.class, () -> Restore.refuseUnfinished(home));
        // What is left of it is no hindrance to the next one, which here gets as far as its broken data.
        assertThrows(RuntimeException.class, () -> new Restore(folder, home).run(backup, Progress.SILENT));
        assertFalse(Files.exists(folder.resolve("home.restoring")));
        assertFalse(Files.exists(home));
    }

    private static void write(Path target, String postgres) throws IOException {
        try (ArchiveWriter archive = new ArchiveWriter(target)) {
            archive.text(Archive.CREDENTIALS, "{}");
            archive.folder("postgres");
            byte[] noise = new byte[20_000];
            new Random(112).nextBytes(noise);
            archive.bytes("postgres/1", noise);
            archive.text("kafka/t/000000.jsonl", "112");
            archive.finish(new Manifest(
                    Archive.version(),
                    "2026-11-28T05:00:00Z",
                    postgres,
                    Map.of("intake", new Manifest.Database(3, 8)),
                    Map.of("t", new Manifest.Topic(7, List.of(1L))),
                    Map.of(),
                    archive.parts()));
        }
    }

    private static Map<String, String> contents(Path file) {
        Map<String, String> found = new TreeMap<>();
        new ArchiveReader(file).read(new ArchiveReader.Sink() {
            @Override
            public void part(String name, InputStream content) throws IOException {
                found.put(name, new String(content.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        });
        return found;
    }

    private static void assertRefused(String why, Path file) {
        var refused = assertThrows(StackException.class, () -> Restore.check(file));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
        assertFalse(refused.getMessage().contains("\n"), refused.getMessage());
    }

    private interface Change {
        byte[] of(String name, byte[] content);
    }

    private void rewrite(Change change) throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        try (TarArchiveInputStream from =
                        new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(whole)));
                TarArchiveOutputStream to = open()) {
            for (TarArchiveEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] content = change.of(entry.getName(), from.readAllBytes());
                if (!entry.isDirectory() && content != null) {
                    put(to, entry.getName(), content);
                }
            }
        }
    }

    private void tar(Map<String, String> parts) throws IOException {
        try (TarArchiveOutputStream tar = open()) {
            for (String name : parts.keySet().stream()
                    .sorted((a, b) ->
                            a.equals(Archive.FORMAT_NAME) ? -1 : b.equals(Archive.FORMAT_NAME) ? 1 : a.compareTo(b))
                    .toList()) {
                put(tar, name, parts.get(name).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private TarArchiveOutputStream open() throws IOException {
        return new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(backup)));
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
