package id.tanggap.notification.support;

import id.tanggap.local.test.KeptConnections;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service's database, reached beside the service. */
public final class Database {

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
