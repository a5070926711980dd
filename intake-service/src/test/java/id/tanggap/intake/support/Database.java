package id.tanggap.intake.support;

import id.tanggap.local.test.KeptConnections;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks into the service's database behind its back. */
@ApplicationScoped
public class Database {

    private final KeptConnections connections;

    Database(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        connections = new KeptConnections(url, user, password);
    }

    public long count(String from, Object... values) {
        return Long.parseLong(text("select count(*) from " + from, values));
    }

    /** The first column of the first row, null if there is none. */
    public String text(String query, Object... values) {
        return connections.with(connection -> text(connection, query, values));
    }

    private static String text(Connection connection, String query, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, query, values);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    public void execute(String update, Object... values) {
        connections.with(connection -> {
            try (PreparedStatement statement = prepare(connection, update, values)) {
                return statement.executeUpdate();
            }
        });
    }

    /** Does the work while a transaction of somebody else's has done the update and does not end. */
    public void holding(String update, Runnable work) {
        try (Connection connection = connections.open();
                PreparedStatement statement = prepare(connection, update)) {
            connection.setAutoCommit(false);
            statement.executeUpdate();
            work.run();
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Columns, as table.column, of any table in which some row holds this text, however it is encoded for the column's type. */
    public List<String> columnsHolding(String text) {
        return connections.with(connection -> columnsHolding(connection, text));
    }

    private static List<String> columnsHolding(Connection connection, String text) throws SQLException {
        List<String> holding = new ArrayList<>();
        try (PreparedStatement columns = prepare(
                        connection,
                        "select table_name, column_name, data_type from information_schema.columns"
                                + " where table_schema = 'public' order by 1, 2");
                ResultSet found = columns.executeQuery()) {
            while (found.next()) {
                String column = found.getString(2);
                String from = found.getString(1)
                        + (found.getString(3).equals("bytea")
                                ? " where position(convert_to(?, 'UTF8') in \"" + column + "\") > 0"
                                : " where position(? in \"" + column + "\"::text) > 0");
                if (Long.parseLong(text(connection, "select count(*) from " + from, text)) > 0) {
                    holding.add(found.getString(1) + "." + column);
                }
            }
        }
        return holding;
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
