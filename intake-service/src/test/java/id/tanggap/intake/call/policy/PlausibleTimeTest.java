package id.tanggap.intake.call.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlausibleTimeTest {

    private static final Instant NOW = Instant.parse("2025-05-20T03:10:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT5M", "PT-1S", "PT-720H", "P-365D"})
    void a_time_of_now_or_before_is_meant_even_by_a_clock_that_is_a_little_ahead(String fromNow) {
        assertEquals(Optional.empty(), PlausibleTime.fault(NOW.plus(Duration.parse(fromNow)), NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M0.001S", "PT10M", "P400D", "P36500D"})
    void a_time_to_come_is_a_fault(String fromNow) {
        assertTrue(PlausibleTime.fault(NOW.plus(Duration.parse(fromNow)), NOW).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "1970-01-21T05:28:42Z", "1999-12-31T23:59:59.999Z"})
    void a_stopped_clock_and_a_wrong_unit_are_faults(String time) {
        assertTrue(PlausibleTime.fault(Instant.parse(time), NOW).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-5M", "PT-1S", "PT0S", "PT10S", "PT26H", "P400D"})
    void what_happens_in_a_call_does_so_after_its_start_as_far_as_two_clocks_can_tell(String fromStart) {
        assertEquals(Optional.empty(), PlausibleTime.faultWithinCall(NOW.plus(Duration.parse(fromStart)), NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-5M-0.001S", "PT-10M", "P-1D", "P-9496D"})
    void what_was_before_the_call_is_no_part_of_it_and_the_fault_says_since_when_it_could_be(String fromStart) {
        assertEquals(
                Optional.of("is more than 5 minutes before the call's start, 2025-05-20T03:10:00Z"),
                PlausibleTime.faultWithinCall(NOW.plus(Duration.parse(fromStart)), NOW));
    }

    /** Both clocks are right enough for us: the start is one that is accepted, and the event is told the moment that it happens. */
    @Test
    void no_start_that_is_accepted_rules_out_what_happens_now() {
        Instant latest = NOW.plus(PlausibleTime.AHEAD);
        assertEquals(Optional.empty(), PlausibleTime.fault(latest, NOW));

        assertEquals(Optional.empty(), PlausibleTime.faultWithinCall(NOW, latest));
    }

    @Test
    void the_ends_of_time_are_faults_and_no_accidents() {
        assertTrue(PlausibleTime.fault(Instant.MAX, NOW).isPresent());
        assertTrue(PlausibleTime.fault(Instant.MIN, NOW).isPresent());
    }
}
