package id.tanggap.triage.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Looks into the service's database behind its back. */
@ApplicationScoped
public class Database {

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    public long count(String from, Object... values) {
        return (long) number("select count(*) from " + from, values);
    }

    /** The first column of the first row. */
    public double number(String select, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepare(connection, select, values);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getDouble(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public int execute(String update, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepare(connection, update, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
