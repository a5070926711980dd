package id.tanggap.platform.tx;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells a database that cannot be reached now from a statement that it refuses. */
public final class DatabaseFailures {

    /** PostgreSQL error codes (Appendix A) that say "not now": shutdown, crash, start-up, too many connections, read-only standby. */
    private static final Set<String> NOT_NOW = Set.of("57P01", "57P02", "57P03", "53300", "25006");

    /** Serialisation failure and deadlock: the same transaction may succeed the next time. */
    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01");

    private DatabaseFailures() {}

    /** Whether the failure, or one that it was caused by, says that the database is away for the moment. */
    public static boolean isUnavailable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedConnectionException
                    || cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof io.smallrye.mutiny.TimeoutException
                    || cause instanceof PgException refused && isUnavailable(refused)
                    || isClosedPool(cause)) {
                return true;
            }
            if (cause.getCause() == cause) {
                return false;
            }
        }
        return false;
    }

    private static boolean isUnavailable(PgException refused) {
        String state = refused.getSqlState();
        return state != null && (state.startsWith("08") || NOT_NOW.contains(state) || TRY_AGAIN.contains(state));
    }

    /** The Vert.x client reports a connection lost in mid-use as an unspecific exception with one of these messages. */
    private static boolean isClosedPool(Throwable cause) {
        String message = cause.getMessage();
        return message != null
                && (message.contains("Connection was closed")
                        || message.contains("connection is closed")
                        || message.contains("Connection is closed")
                        || message.contains("Failed to read any response from the server"));
    }
}
