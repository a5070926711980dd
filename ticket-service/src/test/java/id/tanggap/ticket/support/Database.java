package id.tanggap.ticket.support;

import id.tanggap.local.test.KeptConnections;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks into the service's database behind its back, as the role that owns it. */
@ApplicationScoped
public class Database {

    private final KeptConnections connections;
    private final KeptConnections services;

    Database(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String owner,
            @ConfigProperty(name = "quarkus.flyway.password") String ownersPassword,
            @ConfigProperty(name = "quarkus.datasource.username") String service,
            @ConfigProperty(name = "quarkus.datasource.password") String servicesPassword) {
        connections = new KeptConnections(url, owner, ownersPassword);
        services = new KeptConnections(url, service, servicesPassword);
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

    /** A connection that the caller may do anything with, and closes. */
    public Connection open() throws SQLException {
        return connections.open();
    }

    /** The same as the service itself, which may do less. */
    public Connection openAsService() throws SQLException {
        return services.open();
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
