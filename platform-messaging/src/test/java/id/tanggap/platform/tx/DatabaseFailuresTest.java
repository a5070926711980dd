package id.tanggap.platform.tx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.pgclient.PgException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseFailuresTest {

    @ParameterizedTest
    @MethodSource("failures")
    void tells_an_absent_database_from_a_refusing_one(Throwable failure, boolean unavailable) {
        assertEquals(unavailable, DatabaseFailures.isUnavailable(failure));
    }

    @Test
    void tells_a_deadlock_from_all_others() {
        assertTrue(
                DatabaseFailures.isDeadlock(new IllegalStateException(new SQLException("deadlock detected", "40P01"))));
        assertFalse(DatabaseFailures.isDeadlock(new SQLException("could not serialize", "40001")));
        assertFalse(DatabaseFailures.isDeadlock(new IllegalStateException("a fault of ours")));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConnectException("Connection refused"), true),
                Arguments.of(new CompletionException(new ConnectException("Connection refused")), true),
                Arguments.of(new io.smallrye.mutiny.TimeoutException(), true),
                Arguments.of(new PgException("terminating connection", "FATAL", "57P01", null), true),
                Arguments.of(new PgException("starting up", "FATAL", "57P03", null), true),
                Arguments.of(new PgException("deadlock detected", "ERROR", "40P01", null), true),
                Arguments.of(new SQLException("out of disk", "53100"), true),
                Arguments.of(new SQLException("canceling statement", "57014"), true),
                Arguments.of(new SQLException("lock timeout", "55P03"), true),
                Arguments.of(new SQLException("password", "28P01"), true),
                Arguments.of(new SQLException("deadlock detected", "40P01"), true),
                Arguments.of(new IllegalStateException(new IOException("Connection reset by peer")), true),
                // As the Vert.x client words it, depending on the moment.
                Arguments.of(new IllegalStateException("Connection is not active now, current status: CLOSED"), true),
                Arguments.of(
                        new IllegalStateException(
                                "Pending requests failed to be sent due to connection has been closed."),
                        true),
                Arguments.of(new IllegalStateException("x", new JsonParseException(null, "y")), false),
                Arguments.of(new FileNotFoundException("z"), false),
                Arguments.of(new SQLException("duplicate key", "23505"), false),
                Arguments.of(new PgException("null value in column", "ERROR", "23502", null), false),
                Arguments.of(new PgException("syntax error", "ERROR", "42601", null), false),
                Arguments.of(new IllegalStateException("a fault of ours"), false));
    }
}
