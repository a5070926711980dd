package id.tanggap.notification.support;

import static org.awaitility.Awaitility.await;

import id.tanggap.local.test.KeptConnections;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service's database, reached beside the service. */
public final class Database {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static KeptConnections connections;

    private Database() {}

    /** One that the caller may do anything with, and closes. */
    public static Connection connect() throws SQLException {
        return connections().open();
    }

    public static int update(String sql) {
        return connections().with(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    /** The first column of every row. */
    public static List<String> column(String sql) {
        return connections().with(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            }
        });
    }

    /** Waits until somebody waits for what this connection has locked; the process id of who does. */
    public static String awaitBlockedBy(Connection holding) throws SQLException {
        String own;
        try (Statement statement = holding.createStatement();
                ResultSet rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            own = rows.getString(1);
        }
        return await().atMost(PATIENCE)
                .until(
                        () -> column(
                                "select pid from pg_stat_activity where " + own + " = any (pg_blocking_pids(pid))"),
                        blocked -> !blocked.isEmpty())
                .getFirst();
    }

    private static synchronized KeptConnections connections() {
        if (connections == null) {
            var config = ConfigProvider.getConfig();
            connections = new KeptConnections(
                    config.getValue("quarkus.datasource.jdbc.url", String.class),
                    config.getValue("quarkus.datasource.username", String.class),
                    config.getValue("quarkus.datasource.password", String.class));
        }
        return connections;
    }
}
