package id.tanggap.local.backup;

import id.tanggap.local.backup.Manifest.Database;
import id.tanggap.local.stack.Databases;
import id.tanggap.local.stack.PostgresServer;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Brings copied files of PostgreSQL to their instant, by starting it on them once. */
final class DatabasesRestore {
    /** A database whose service has never started has no outbox. */
    private static final String HAS_OUTBOX = "select to_regclass('outbox_event') is not null";

    private static final String IN_OUTBOX = "select id from outbox_event where id = any(?)";

    private final SystemConfig config;
    private final Manifest manifest;

    DatabasesRestore(SystemConfig config, Manifest manifest) {
        this.config = config;
        this.manifest = manifest;
    }

    /** Those of the events that a database knows as its own; throws if a database is not whole. */
    Set<UUID> run(Set<UUID> doubtful) {
        PostgresServer server = new PostgresServer(config);
        server.start();
        try {
            Databases databases = new Databases(config);
            Set<UUID> known = new HashSet<>();
            for (Map.Entry<String, Database> database : manifest.databases().entrySet()) {
                int tables = ClusterCopy.tables(databases, database.getKey());
                if (tables != database.getValue().tables()) {
                    throw new StackException("The database %s has %d tables instead of %d: take another backup."
                            .formatted(
                                    database.getKey(),
                                    tables,
                                    database.getValue().tables()));
                }
                known.addAll(known(databases, database.getKey(), doubtful));
            }
            return known;
        } catch (SQLException e) {
            throw new StackException("The restored databases cannot be read: " + e.getMessage(), e);
        } finally {
            server.stop();
        }
    }

    private static Set<UUID> known(Databases databases, String database, Set<UUID> asked) throws SQLException {
        Set<UUID> found = new HashSet<>();
        try (Connection connection = databases.connect(database);
                Statement outbox = connection.createStatement()) {
            if (!isTrue(outbox, HAS_OUTBOX)) {
                return found;
            }
            try (PreparedStatement query = connection.prepareStatement(IN_OUTBOX)) {
                query.setArray(1, connection.createArrayOf("uuid", asked.toArray()));
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getObject(1, UUID.class));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isTrue(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
