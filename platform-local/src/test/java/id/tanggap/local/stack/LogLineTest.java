package id.tanggap.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LogLineTest {
    @Test
    void aJsonEventIsItsMessageAndTheRootOfItsException() {
        String line =
                """
                {"level":"ERROR","message":"Failed to start application","exception":{"exceptionType":"java.lang.RuntimeException",\
                "message":"Failed to start quarkus","causedBy":{"exception":{"exceptionType":"org.postgresql.util.PSQLException",\
                "message":"ERROR: syntax error\\n  Position: 137"}}}}""";
        assertEquals(
                "Failed to start application: PSQLException: ERROR: syntax error Position: 137", LogLine.spoken(line));
    }

    @Test
    void aPlainLineIsItselfAndNotEndless() {
        assertEquals("FATAL: could not bind", LogLine.spoken("FATAL:  could not bind "));
        assertTrue(LogLine.spoken("x".repeat(10_000)).length() < 400);
        assertEquals("{half an event", LogLine.spoken("{half an event"));
    }
}
