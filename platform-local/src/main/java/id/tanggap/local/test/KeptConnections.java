package id.tanggap.local.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * A test's own connections to a database, beside the service's, kept from one look to the next: a handshake by SCRAM takes many
 * times as long as a query. One whose server was killed meanwhile is not used again.
 */
public final class KeptConnections {
    private static final int VALID_WITHIN_SECONDS = 2;

    private final String url;
    private final String user;
    private final String password;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    public KeptConnections(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Work on a connection, which commits each statement. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Does the work on a connection of its own as long as it lasts; {@link IllegalStateException} if the database fails. */
    public <T> T with(Work<T> work) {
        try {
            Connection connection = take();
            try {
                T result = work.on(connection);
                idle.push(connection);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection that the caller may do anything with, and closes. */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private Connection take() throws SQLException {
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.isValid(VALID_WITHIN_SECONDS)) {
                return kept;
            }
            kept.close();
        }
        return open();
    }
}
