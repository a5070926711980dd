package id.tanggap.platform.tx;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.netty.channel.unix.Errors;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Tells a database that cannot be reached now from a statement that it refuses. */
public final class DatabaseFailures {

    /**
     * Classes of PostgreSQL error codes (Appendix A) that say "not now": connection, transaction rollback (deadlock), log-on, no such
     * database, resources, operator intervention, system error.
     */
    private static final Set<String> NOT_NOW_CLASSES = Set.of("08", "40", "28", "3D", "53", "57", "58");

    /** And codes of other classes: read-only standby, idle in transaction for too long, lock not available. */
    private static final Set<String> NOT_NOW = Set.of("25006", "25P03", "55P03");

    private static final String DEADLOCK = "40P01";

    /** Some exceptions are, by way of others, their own cause. */
    private static final int DEEPEST = 50;

    private DatabaseFailures() {}

    /** Whether the failure, or one that it was caused by, says that the database is away for the moment. */
    public static boolean isUnavailable(Throwable failure) {
        // It is an IOException, but comes from what was read or written, not from the line.
        return causes(failure).noneMatch(JsonProcessingException.class::isInstance)
                && causes(failure).anyMatch(cause -> isConnectionLost(cause) || isNotNow(sqlState(cause)));
    }

    /** Whether the database has ended the transaction because it and another one waited for each other: tried again it may succeed. */
    public static boolean isDeadlock(Throwable failure) {
        return causes(failure).anyMatch(cause -> DEADLOCK.equals(sqlState(cause)));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }

    private static boolean isConnectionLost(Throwable cause) {
        return cause instanceof ClosedConnectionException
                || cause instanceof SocketException
                || cause instanceof UnknownHostException
                || cause instanceof ClosedChannelException
                || cause instanceof Errors.NativeIoException
                // What NIO throws for a broken pipe is this class itself; its subclasses are about files and formats.
                || cause.getClass() == IOException.class
                || cause instanceof TimeoutException
                || cause instanceof io.smallrye.mutiny.TimeoutException
                || isClosedPool(cause);
    }

    /** Hibernate Reactive replaces the client's exception by one of JDBC; the relay and the purges use the client itself. */
    private static String sqlState(Throwable cause) {
        return switch (cause) {
            case SQLException refused -> refused.getSQLState();
            case PgException refused -> refused.getSqlState();
            default -> null;
        };
    }

    private static boolean isNotNow(String state) {
        return state != null
                && state.length() == 5
                && (NOT_NOW_CLASSES.contains(state.substring(0, 2)) || NOT_NOW.contains(state));
    }

    /** The Vert.x client reports a connection lost in mid-use as an unspecific exception with one of these messages. */
    private static boolean isClosedPool(Throwable cause) {
        String message = cause.getMessage();
        return message != null
                && (message.contains("Connection was closed")
                        || message.contains("connection is closed")
                        || message.contains("Connection is closed")
                        || message.contains("Connection is not active")
                        || message.contains("connection has been closed")
                        || message.contains("Failed to read any response from the server"));
    }
}
