package id.tanggap.system;

import id.tanggap.local.stack.Databases;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.SystemConfig;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every table of the four databases, looked at as their administrator. */
final class Tables {
    private static final String NAMES =
            "select schemaname || '.' || tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema')";

    private Tables() {}

    /** Database and table, to a digest of each of its rows. */
    static Map<String, Set<String>> digests(SystemConfig system) throws SQLException {
        Map<String, Set<String>> all = new TreeMap<>();
        for (String service : Names.SERVICES) {
            try (Connection connection = connect(system, service)) {
                for (String table : texts(connection, NAMES)) {
                    all.put(
                            Names.database(service) + " " + table,
                            new HashSet<>(texts(connection, "select md5(t::text) from " + table + " t")));
                }
            }
        }
        return all;
    }

    /** The first column of what the query finds in a service's database. */
    static List<String> texts(SystemConfig system, String service, String query) throws SQLException {
        try (Connection connection = connect(system, service)) {
            return texts(connection, query);
        }
    }

    private static Connection connect(SystemConfig system, String service) throws SQLException {
        return new Databases(system).connect(Names.database(service));
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
