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

/** The databases of a running PostgreSQL, wherever it runs: one for each role of the credentials that is no other's owner. */
public final class Databases {
    /**
     * So that the log holds nothing of a row: neither what a statement was given nor the line "Failing row contains". Reports
     * hold names and numbers, and the service's own log tells the rest.
     */
    public static final List<String> DISCREET = List.of("log_parameter_max_length=0", "log_error_verbosity=terse");

    /**
     * How often a password is hashed. Those of a local or a test stack are 70 random bits, which no hash has to guard; each
     * connection of a JVM would pay the usual 4,096 with 10 ms of a processor.
     */
    static final String CHEAP_PASSWORDS = "scram_iterations=1";

    private static final String SUPERUSER = "postgres";

    private static final String ROLE = "select 1 from pg_roles where rolname = ?";

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
                CHEAP_PASSWORDS,
                "log_min_duration_statement=1000"));
        settings.addAll(DISCREET);
        return settings.stream().flatMap(setting -> Stream.of("-c", setting)).toList();
    }

    /** A connection as superuser; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                config.jdbcUrl(database) + "?connectTimeout=2&loginTimeout=5&ApplicationName=launcher",
                SUPERUSER,
                config.credentials().postgres().get(SUPERUSER));
    }

    /** Whether the server answers now; some seconds at most. */
    public boolean answer() {
        try (Connection connection = connect(SUPERUSER)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Makes each role that the credentials name, and each but the owners' a database of its own, to which nobody else may connect. One
     * that a service owned itself, as all once did, is given to its owner with all that is in it.
     */
    public void create() {
        Map<String, String> passwords = config.credentials().postgres();
        try (Connection connection = connect(SUPERUSER)) {
            for (Map.Entry<String, String> role : passwords.entrySet()) {
                if (!role.getKey().equals(SUPERUSER)) {
                    createRole(connection, role.getKey(), role.getValue());
                }
            }
            for (String name : passwords.keySet()) {
                if (!name.equals(SUPERUSER) && !name.endsWith(Names.OWNER)) {
                    String owner = passwords.containsKey(name + Names.OWNER) ? name + Names.OWNER : name;
                    createDatabase(connection, name, owner);
                }
            }
        } catch (SQLException e) {
            throw new StackException("Cannot create the databases: " + e.getMessage(), e);
        }
    }

    /** Whether a role that the credentials name is missing; a server that does not answer is not known to lack any. */
    public boolean lackRoles() {
        try (Connection connection = connect(SUPERUSER)) {
            for (String role : config.credentials().postgres().keySet()) {
                if (!exists(connection, ROLE, role)) {
                    return true;
                }
            }
            return false;
        } catch (SQLException e) {
            return false;
        }
    }

    private static void createRole(Connection connection, String name, String password) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String verb = exists(connection, ROLE, name) ? "alter" : "create";
            statement.execute(verb + " role " + statement.enquoteIdentifier(name, true) + " login password "
                    + statement.enquoteLiteral(password));
        }
    }

    private void createDatabase(Connection connection, String name, String ownedBy) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String database = statement.enquoteIdentifier(name, true);
            String owner = statement.enquoteIdentifier(ownedBy, true);
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database " + database + " owner " + owner);
            } else if (!name.equals(ownedBy)) {
                try (Connection within = connect(name);
                        Statement reassign = within.createStatement()) {
                    reassign.execute("reassign owned by " + database + " to " + owner);
                }
            }
            statement.execute("revoke all on database " + database + " from public");
            statement.execute("grant connect on database " + database + " to " + database);
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
