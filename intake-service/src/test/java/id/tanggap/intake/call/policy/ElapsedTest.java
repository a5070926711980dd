package id.tanggap.intake.call.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedTest {

    private static final Instant START = Instant.parse("2025-05-20T02:00:00Z");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PT0S, PT0S",
                "PT15S, PT15S",
                "PT12M, PT12M",
                "PT1H, PT1H",
                "PT1H0.001S, -",
                "PT-0.001S, -",
                // A clock that counts from 1970.
                "PT-480000H, -"
            })
    void what_a_call_may_have_taken_is_told_and_nothing_else(Duration took, Duration expected) {
        assertEquals(Optional.ofNullable(expected), Elapsed.between(START, START.plus(took)));
    }
}
