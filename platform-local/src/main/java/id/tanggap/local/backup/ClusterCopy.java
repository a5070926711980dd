package id.tanggap.local.backup;

import id.tanggap.local.backup.Manifest.Database;
import id.tanggap.local.stack.Databases;
import id.tanggap.local.stack.PostgresServer;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A copy of a PostgreSQL that is being written to. All databases are one cluster with one write-ahead log, and so have one common
 * instant: the files are copied one after the other while they change, and the log from before the first to after the last brings
 * all of them to where it ends. This is PostgreSQL's "low-level API" ({@code pg_backup_start}, {@code pg_backup_stop}), which is
 * what {@code pg_basebackup} does, too; the embedded server comes without that program, and Debian's is older than the server. Copying
 * tables (COPY under snapshots) would give each database an instant of its own, and then one would know of an event whose producer
 * does not.
 *
 * <p>It needs {@code wal_level} {@code replica}, the default, and a superuser. What the log has overwritten cannot be copied any more: a
 * replication slot, which ends with this connection, keeps it. Callers notice nothing: no lock is taken, and a checkpoint is all the
 * work that is asked for.
 */
final class ClusterCopy implements AutoCloseable {
    /** Made anew by each start; copying them would be wrong or of no use. Their folders must exist. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "backup_label");
    private static final Path CONTROL = Path.of("global/pg_control");
    private static final String OWN = "datname <> 'postgres' and not datistemplate";

    private final Databases databases;
    private final Path cluster;
    private final Connection connection;
    private String firstLog;

    ClusterCopy(SystemConfig config) throws SQLException {
        databases = new Databases(config);
        cluster = PostgresServer.cluster(config);
        connection = databases.connect("postgres");
    }

    /** From now on the log is kept. */
    void begin() throws SQLException {
        one(
                "select pg_create_physical_replication_slot(?, true, true)::text",
                "tanggap_backup_" + ProcessHandle.current().pid());
        // At once, not spread over minutes: that would only be kinder to a much larger database.
        firstLog = one("select pg_walfile_name(pg_backup_start(?, true))", "tanggap");
    }

    /** All but the log. */
    void files(ArchiveWriter archive) throws IOException {
        Files.walkFileTree(cluster, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path name = cluster.relativize(folder);
                archive.folder(name(name));
                if (EMPTIED.contains(name.toString())) {
                    if (name.toString().equals("pg_wal")) {
                        archive.folder(name(name.resolve("archive_status")));
                    }
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path name = cluster.relativize(file);
                if (!name.equals(CONTROL) && !leftOut(name)) {
                    archive.file(name(name), file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                // A file or a folder of temporary files may be gone since its name was read.
                if (Files.exists(file)) {
                    throw failure;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        archive.file(name(CONTROL), cluster.resolve(CONTROL));
    }

    /** The instant of all databases: it lies between call and return. Then the log up to it. */
    void end(ArchiveWriter archive) throws IOException, SQLException {
        String lastLog;
        try (PreparedStatement stop = connection.prepareStatement(
                        "select pg_walfile_name(lsn), labelfile from pg_backup_stop(wait_for_archive => false)");
                ResultSet row = stop.executeQuery()) {
            row.next();
            lastLog = row.getString(1);
            archive.text(name(Path.of("backup_label")), row.getString(2));
        }
        Path folder = cluster.resolve("pg_wal");
        List<Path> logs;
        try (Stream<Path> files = Files.list(folder)) {
            logs = files.filter(file -> isNeeded(file.getFileName().toString(), lastLog))
                    .sorted()
                    .toList();
        }
        if (!logs.contains(folder.resolve(firstLog))) {
            throw new StackException("PostgreSQL removed its log " + firstLog + " before it was copied: try again.");
        }
        for (Path log : logs) {
            archive.file(name(cluster.relativize(log)), log);
        }
    }

    /** The databases and their sizes now. */
    Map<String, Database> databases() throws SQLException {
        Map<String, Database> found = new TreeMap<>();
        try (PreparedStatement names = connection.prepareStatement(
                        "select datname, pg_database_size(oid) from pg_database where " + OWN);
                ResultSet rows = names.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getString(1), new Database(tables(databases, rows.getString(1)), rows.getLong(2)));
            }
        }
        return found;
    }

    static int tables(Databases databases, String database) throws SQLException {
        try (Connection within = databases.connect(database);
                PreparedStatement count = within.prepareStatement(
                        "select count(*) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')");
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** A copy that was not ended is given up by the server. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private boolean isNeeded(String log, String lastLog) {
        return log.length() == firstLog.length() && log.compareTo(firstLog) >= 0 && log.compareTo(lastLog) <= 0;
    }

    private static boolean leftOut(Path name) {
        String file = name.getFileName().toString();
        return LEFT_OUT.contains(name.toString())
                || file.startsWith("pgsql_tmp")
                || file.startsWith("pg_internal.init");
    }

    private static String name(Path within) {
        return (Archive.POSTGRES + within).replaceAll("/$", "");
    }

    private String one(String query, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
