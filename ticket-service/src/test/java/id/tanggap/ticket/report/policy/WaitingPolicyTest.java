package id.tanggap.ticket.report.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.ticket.report.policy.WaitingPolicy.Decision;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitingPolicyTest {

    private static final Instant NOW = Instant.parse("2025-05-20T03:00:00Z");
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Decision OPEN = new Decision.OpenNow();

    @Test
    void an_emergency_waits_for_nothing() {
        assertEquals(OPEN, WaitingPolicy.decide(true, false, NOW, WAIT));
    }

    @Test
    void a_report_whose_call_is_assessed_waits_for_nothing() {
        assertEquals(OPEN, WaitingPolicy.decide(false, true, NOW, WAIT));
    }

    @Test
    void anything_else_waits_and_not_for_ever() {
        assertEquals(new Decision.WaitUntil(NOW.plus(WAIT)), WaitingPolicy.decide(false, false, NOW, WAIT));
    }

    @Test
    void the_wait_can_be_switched_off() {
        assertEquals(OPEN, WaitingPolicy.decide(false, false, NOW, Duration.ZERO));
    }
}
