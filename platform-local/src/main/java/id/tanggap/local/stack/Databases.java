package id.tanggap.local.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The databases of a running PostgreSQL, wherever it runs: one for each role of the credentials. */
public final class Databases {
    /**
     * So that the log holds nothing of a row: neither what a statement was given nor the line "Failing row contains". Reports
     * hold names and numbers, and the service's own log tells the rest.
     */
    public static final List<String> DISCREET = List.of("log_parameter_max_length=0", "log_error_verbosity=terse");

    private final SystemConfig config;

    public Databases(SystemConfig config) {
        this.config = config;
    }

    /** Options of the server's command line. */
    public List<String> serverOptions() {
        String durable = config.durable() ? "on" : "off";
        List<String> settings = new ArrayList<>(List.of(
                "fsync=" + durable,
                "full_page_writes=" + durable,
                "max_connections=150",
                "shared_buffers=64MB",
                "log_min_duration_statement=1000"));
        settings.addAll(DISCREET);
        return settings.stream().flatMap(setting -> Stream.of("-c", setting)).toList();
    }

    /** A connection as superuser; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                config.jdbcUrl(database) + "?connectTimeout=2&loginTimeout=5&ApplicationName=launcher",
                "postgres",
                config.credentials().postgres().get("postgres"));
    }

    /** Whether the server answers now; some seconds at most. */
    public boolean answer() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Makes each role that the credentials name with a database of its own, to which nobody else may connect. */
    public void create() {
        try (Connection connection = connect("postgres")) {
            for (Map.Entry<String, String> owner :
                    config.credentials().postgres().entrySet()) {
                if (!owner.getKey().equals("postgres")) {
                    createDatabase(connection, owner.getKey(), owner.getValue());
                }
            }
        } catch (SQLException e) {
            throw new StackException("Cannot create the databases: " + e.getMessage(), e);
        }
    }

    private static void createDatabase(Connection connection, String name, String password) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String role = statement.enquoteIdentifier(name, true);
            String verb = exists(connection, "select 1 from pg_roles where rolname = ?", name) ? "alter" : "create";
            statement.execute(verb + " role " + role + " login password " + statement.enquoteLiteral(password));
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database " + role + " owner " + role);
            }
            statement.execute("revoke all on database " + role + " from public");
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
