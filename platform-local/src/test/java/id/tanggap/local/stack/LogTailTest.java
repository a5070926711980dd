package id.tanggap.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogTailTest {
    @Test
    void theLastWordsAreTheNewestThatNameAnErrorElseTheNewest() {
        assertEquals(
                "FATAL: could not bind",
                LogTail.lastWords(List.of("ERROR: an older one", "FATAL: could not bind", "shutting down", "")));
        assertEquals("shutting down", LogTail.lastWords(List.of("starting", "shutting down", " ")));
        assertEquals("it wrote nothing", LogTail.lastWords(List.of()));
    }

    @Test
    void ofKeycloakTheyAreTheCauseAndNotItsAdvice() {
        String handler = "ERROR [org.keycloak.quarkus.runtime.cli.ExecutionExceptionHandler] (main) ";
        assertEquals(
                handler + "ERROR: Port(s) already bound: 8180",
                LogTail.lastWords(List.of(
                        handler + "ERROR: Failed to start server in (production) mode",
                        handler + "ERROR: Port(s) already bound: 8180",
                        handler
                                + "For more details run the same command passing the '--verbose' option. Also you can use"
                                + " '--help' to see the details about the usage of the particular command.")));
    }
}
