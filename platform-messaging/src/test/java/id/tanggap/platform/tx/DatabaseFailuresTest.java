package id.tanggap.platform.tx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseFailuresTest {

    @ParameterizedTest
    @MethodSource("failures")
    void tells_an_absent_database_from_a_refusing_one(Throwable failure, boolean unavailable) {
        assertEquals(unavailable, DatabaseFailures.isUnavailable(failure));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConnectException("Connection refused"), true),
                Arguments.of(new CompletionException(new ConnectException("Connection refused")), true),
                Arguments.of(new io.smallrye.mutiny.TimeoutException(), true),
                Arguments.of(new PgException("terminating connection", "FATAL", "57P01", null), true),
                Arguments.of(new PgException("starting up", "FATAL", "57P03", null), true),
                Arguments.of(new PgException("deadlock detected", "ERROR", "40P01", null), true),
                Arguments.of(new PgException("null value in column", "ERROR", "23502", null), false),
                Arguments.of(new PgException("syntax error", "ERROR", "42601", null), false),
                Arguments.of(new IllegalStateException("a fault of ours"), false));
    }
}
