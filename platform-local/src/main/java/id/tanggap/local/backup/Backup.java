package id.tanggap.local.backup;

import id.tanggap.local.stack.PostgresServer;
import id.tanggap.local.stack.Progress;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.KafkaException;

/**
 * A backup of a running system, of one instant, taken while calls come in.
 *
 * <p>The instant is that of the databases ({@link ClusterCopy}): one for all four. Kafka has none in common with them, so it is read
 * around it, in this order, which is all that makes the copy consistent:
 *
 * <ol>
 *   <li>The groups' offsets, <em>before</em> the instant: what a group has committed, its database has handled. A restored group
 *       repeats what it handled in between, and its inbox drops that; it can skip nothing. (An inbox remembers for 31 days,
 *       longer than any topic that is not compacted keeps; of compacted ones it remembers the newest sequence for ever.)
 *   <li>The ends of all partitions, before the instant: every event before them was in its producer's outbox by then, for the relay
 *       publishes only what is committed.
 *   <li>The instant.
 *   <li>The records, <em>after</em> it: every event that a database says is published is among them. Those that it does not say so
 *       of are published after the restore, some for the second time, under the same {@code ce_id}.
 * </ol>
 *
 * <p>Between the second and the fourth, events may have been made that the databases of the instant do not know. {@link Restore} leaves
 * them out: their producer would give their {@code sequence} to another event, which consumers would then discard as old. A time
 * ({@code ce_time}) could not tell them apart, for it is that of the work, not of the commit; the restored outboxes can.
 *
 * <p>Sound is left out: after an hour it is gone anyway, and it is a voice. Keycloak is left out: it is made anew from
 * the realm and the credentials, and people who were added to it by hand must be added again.
 */
public final class Backup {
    private final SystemConfig config;

    /** Of a system whose PostgreSQL and Kafka run; the services may or may not. */
    public Backup(SystemConfig config) {
        this.config = config;
    }

    /** What was written. */
    public record Summary(Instant at, long bytes, int databases, long records) {}

    /** Writes it whole or not at all; a file of that name must not exist. */
    public Summary write(Path file, Progress progress) {
        if (Files.exists(file)) {
            throw new StackException(file + " exists already: name another file.");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            // For Ctrl-C: there are secrets in it.
            part.toFile().deleteOnExit();
            try {
                Manifest manifest = write(new ArchiveWriter(part), progress);
                // A machine that loses its power now must not be left with a name and no content.
                try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    written.force(true);
                }
                Files.move(part, file);
                return new Summary(
                        Instant.parse(manifest.at()),
                        Files.size(file),
                        manifest.databases().size(),
                        manifest.records());
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new StackException(
                    "Cannot write the backup " + file + " (" + e.getMessage() + "); is the disk full?", e);
        } catch (SQLException e) {
            throw new StackException("PostgreSQL cannot be copied: " + e.getMessage(), e);
        } catch (KafkaException e) {
            throw new StackException("Kafka's topics cannot be copied: " + e.getMessage(), e);
        }
    }

    private Manifest write(ArchiveWriter writer, Progress progress) throws IOException, SQLException {
        try (ArchiveWriter archive = writer;
                ClusterCopy cluster = new ClusterCopy(config);
                TopicsCopy topics = new TopicsCopy(config)) {
            archive.text(Archive.CREDENTIALS, config.credentials().text());
            timed(progress, "databases", () -> {
                cluster.begin();
                cluster.files(archive);
                return archive;
            });
            var databases = cluster.databases();
            var groups = topics.groups();
            var before = topics.ends();
            Instant at = Instant.now();
            timed(progress, "their last changes", () -> {
                cluster.end(archive);
                return archive;
            });
            var records = timed(progress, "topics", () -> topics.records(before, archive));
            Manifest manifest = new Manifest(
                    Archive.version(),
                    at.toString(),
                    PostgresServer.majorVersion(),
                    databases,
                    records,
                    groups,
                    archive.parts());
            archive.finish(manifest);
            return manifest;
        }
    }

    private interface Work<T> {
        T done() throws IOException, SQLException;
    }

    private static <T> T timed(Progress progress, String step, Work<T> work) throws IOException, SQLException {
        long start = System.nanoTime();
        progress.begun(step);
        boolean done = false;
        try {
            T result = work.done();
            done = true;
            return result;
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            if (done) {
                progress.done(step, took);
            } else {
                progress.failed(step, took);
            }
        }
    }
}
