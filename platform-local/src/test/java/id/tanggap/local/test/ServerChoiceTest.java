package id.tanggap.local.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.stack.StackException;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerChoiceTest {
    private static final Supplier<Optional<String>> ENGINE = Optional::empty;
    private static final Supplier<Optional<String>> NO_ENGINE = () -> Optional.of("no Docker engine answers");
    private static final Supplier<Optional<String>> UNASKED = () -> {
        throw new AssertionError("nobody may look for an engine");
    };

    @ParameterizedTest
    @ValueSource(strings = {"", "auto", " AUTO "})
    void without_an_engine_the_servers_are_embedded(String wish) {
        ServerChoice choice = ServerChoice.of(wish, NO_ENGINE);
        assertFalse(choice.containers());
        assertEquals("Kafka, PostgreSQL and Keycloak run embedded: no Docker engine answers", choice.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "auto", "containers"})
    void with_an_engine_the_servers_run_in_containers(String wish) {
        assertTrue(ServerChoice.of(wish, ENGINE).containers());
    }

    @Test
    void whoever_wants_embedded_servers_needs_no_engine_to_be_looked_for() {
        assertFalse(ServerChoice.of("embedded", UNASKED).containers());
    }

    @Test
    void containers_that_were_asked_for_and_cannot_be_had_are_one_clear_line() {
        StackException refusal = assertThrows(StackException.class, () -> ServerChoice.of("containers", NO_ENGINE));
        assertEquals("TANGGAP_TEST_SERVERS says containers, but no Docker engine answers.", refusal.getMessage());
    }

    @Test
    void a_word_that_is_none_of_the_three_is_refused() {
        StackException refusal = assertThrows(StackException.class, () -> ServerChoice.of("docker", UNASKED));
        assertEquals(
                "TANGGAP_TEST_SERVERS must be auto, embedded or containers, not \"docker\".", refusal.getMessage());
    }
}
