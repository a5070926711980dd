package id.tanggap.ticket.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.ticket.callback.policy.CallFacts.Disposition;
import id.tanggap.ticket.callback.policy.CallFacts.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallStateTest {

    private static final Instant NOW = Instant.parse("2025-05-20T03:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration SILENCE = Duration.ofMinutes(30);

    private final CallState call = new CallState("call-1", NOW);

    @Test
    void each_sign_of_a_call_that_runs_puts_its_loss_off() {
        change(NOW, Optional.empty(), Optional.empty());
        change(NOW.plusSeconds(60), Optional.empty(), Optional.empty());

        assertEquals(Optional.of(NOW.plusSeconds(60).plus(SILENCE)), due());
    }

    @Test
    void its_end_is_followed_by_the_grace_which_a_repeat_does_not_lengthen() {
        change(NOW, Optional.of(Ending.ENDED), Optional.empty());
        change(NOW.plusSeconds(5), Optional.of(Ending.ENDED), Optional.empty());

        assertEquals(Optional.of(NOW.plus(GRACE)), due());
    }

    @Test
    void who_says_something_of_an_ended_call_has_the_grace_again_to_report_it() {
        change(NOW, Optional.of(Ending.ENDED), Optional.empty());
        call.judged();
        change(NOW.plusSeconds(60), Optional.of(Ending.ENDED), Optional.of(Disposition.NORMAL));
        assertEquals(Optional.of(NOW.plusSeconds(60).plus(GRACE)), due());

        call.judged();
        change(NOW.plusSeconds(90), Optional.of(Ending.ENDED), Optional.of(Disposition.NORMAL));
        assertEquals(Optional.empty(), due());
    }

    @Test
    void a_caller_counts_as_traceable_until_the_call_says_otherwise() {
        assertTrue(call.facts(Optional.empty()).traceable());

        call.change(
                new CallChange("call-1", Optional.empty(), false, Optional.of(Ending.ENDED), Optional.empty()),
                NOW,
                GRACE,
                SILENCE);

        assertFalse(call.facts(Optional.empty()).traceable());
    }

    private void change(Instant at, Optional<Ending> ending, Optional<Disposition> disposition) {
        call.change(new CallChange("call-1", Optional.empty(), true, ending, disposition), at, GRACE, SILENCE);
    }

    private Optional<Instant> due() {
        return call.facts(Optional.empty()).graceEnds();
    }
}
