package id.tanggap.local.backup;

import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Folders;
import id.tanggap.local.stack.KafkaServer;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.PostgresServer;
import id.tanggap.local.stack.Progress;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.system.LocalSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/**
 * Makes a home of a backup: whole, by the one rename that ends it, or none. All work is done in a folder beside the home, which a
 * later restore removes with what still runs in it.
 */
public final class Restore {
    private static final String LOCK = "lock";
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path root;
    private final Path home;
    private final Path staging;

    /**
     * A restore.
     *
     * @param root with the services' folders, whose documents declare topics and rights
     * @param home where the system is to be
     */
    public Restore(Path root, Path home) {
        this.root = root;
        this.home = home;
        this.staging = staging(home);
    }

    /** What a backup is of. */
    public record Summary(Instant at, String version, int databases, long records) {
        private static Summary of(Manifest manifest, long records) {
            return new Summary(
                    Instant.parse(manifest.at()),
                    manifest.version(),
                    manifest.databases().size(),
                    records);
        }
    }

    /** Reads a backup and restores nothing; throws unless it is whole. */
    public static Summary check(Path file) {
        Manifest manifest = new ArchiveReader(file).read(ArchiveReader.Sink.NONE);
        checkServer(manifest);
        return Summary.of(manifest, manifest.records());
    }

    /** The home is then as it was at the instant of the backup, and nothing runs in it. Nobody else may use the home meanwhile. */
    public Summary run(Path file, Progress progress) {
        refuseData();
        clear();
        Thread interrupted = new Thread(this::endServers, "interrupted-restore");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            Summary summary = stage(file, progress);
            putInPlace();
            return summary;
        } catch (IOException | UncheckedIOException e) {
            throw new StackException("Cannot write to " + staging + " (" + e.getMessage() + "); is the disk full?", e);
        } catch (KafkaException e) {
            throw new StackException("Kafka's topics cannot be restored: " + e.getMessage(), e);
        } finally {
            clear();
            try {
                Runtime.getRuntime().removeShutdownHook(interrupted);
            } catch (IllegalStateException e) {
                // It runs: this is the end of an interrupted restore.
            }
        }
    }

    /** Throws where a restore was cut short: whoever starts a system there now would start an empty one. */
    public static void refuseUnfinished(Path home) {
        Path staging = staging(home);
        if (Files.exists(staging) && !Files.exists(home.resolve(Archive.CREDENTIALS))) {
            throw new StackException(
                    "A restore was cut short: say ./tanggap restore FILE again, or, for an empty system, remove "
                            + staging + ".");
        }
    }

    private static Path staging(Path home) {
        return home.resolveSibling(home.getFileName() + ".restoring");
    }

    private Summary stage(Path file, Progress progress) throws IOException {
        Path parts = Files.createDirectories(staging.resolve("parts"), PRIVATE);
        Path fresh = Files.createDirectories(staging.resolve("home"), PRIVATE);
        AtomicReference<Manifest> read = new AtomicReference<>();
        progress.step("read and checked", () -> read.set(new ArchiveReader(file).read(new Unpacked(parts))));
        Manifest manifest = read.get();
        checkServer(manifest);
        Files.move(parts.resolve(Archive.CREDENTIALS), fresh.resolve(Archive.CREDENTIALS));
        // Free ones: another system of this machine may have the usual ones, and nobody is to connect yet.
        SystemConfig config = new SystemConfig(
                fresh, Ports.free(), Credentials.loadOrCreate(fresh.resolve(Archive.CREDENTIALS)), true);
        Path cluster = PostgresServer.cluster(config);
        Files.createDirectories(cluster.getParent());
        Files.move(parts.resolve(Archive.POSTGRES), cluster);

        LocalSystem system = new LocalSystem(root, config);
        KeptTopics kept = new KeptTopics(parts.resolve(Archive.KAFKA), manifest, system.topology());
        AtomicReference<Set<UUID>> known = new AtomicReference<>();
        progress.step(
                "databases",
                () -> known.set(reading(() -> new DatabasesRestore(config, manifest).run(kept.doubtful()))));
        AtomicReference<Long> records = new AtomicReference<>();
        progress.step("topics", () -> {
            KafkaServer kafka = new KafkaServer(config);
            kafka.start();
            records.set(reading(() -> new TopicsRestore(system, manifest).run(kept, known.get())));
            kafka.stop();
        });
        return Summary.of(manifest, records.get());
    }

    private void putInPlace() throws IOException {
        // The lock is all that may be there, and this process has it.
        Folders.delete(home);
        Files.move(staging.resolve("home"), home, StandardCopyOption.ATOMIC_MOVE);
    }

    private void refuseData() {
        if (!Files.isDirectory(home)) {
            return;
        }
        try (Stream<Path> inside = Files.list(home)) {
            if (inside.anyMatch(path -> !path.getFileName().toString().equals(LOCK))) {
                throw new StackException(
                        "There is a system in " + home
                                + " already: move it away, or remove it with ./tanggap down --wipe; a restore needs an empty place.");
            }
        } catch (IOException e) {
            throw new StackException("Cannot look into " + home + ": " + e.getMessage(), e);
        }
    }

    private static void checkServer(Manifest manifest) {
        if (!manifest.postgres().equals(PostgresServer.majorVersion())) {
            throw new StackException(
                    "The backup is of PostgreSQL %s, this version brings %s: restore it with version %s of Tanggap 112."
                            .formatted(manifest.postgres(), PostgresServer.majorVersion(), manifest.version()));
        }
    }

    /** Of this restore, or of one that was killed. */
    private void clear() {
        if (!Files.exists(staging, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        endServers();
        try {
            Folders.delete(staging);
        } catch (IOException e) {
            throw new StackException("Cannot remove " + staging + ": " + e.getMessage(), e);
        }
    }

    private void endServers() {
        SystemConfig config = new SystemConfig(staging.resolve("home"), Ports.local(0), Credentials.random(), true);
        List.of(PostgresServer.NAME, KafkaServer.NAME)
                .forEach(server -> config.process(server).kill());
    }

    private interface Reading<T> {
        T result() throws IOException;
    }

    private static <T> T reading(Reading<T> work) {
        try {
            return work.result();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes parts as files that only their owner may read. */
    private record Unpacked(Path folder) implements ArchiveReader.Sink {
        @Override
        public void folder(String name) throws IOException {
            Files.createDirectories(folder.resolve(name), PRIVATE);
        }

        @Override
        public void part(String name, InputStream content) throws IOException {
            Path target = folder.resolve(name);
            Files.createDirectories(target.getParent(), PRIVATE);
            Files.createFile(
                    target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newOutputStream(target)) {
                content.transferTo(out);
            }
        }
    }
}
