package id.tanggap.ticket.callback.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.ticket.callback.policy.CallFacts.Disposition;
import id.tanggap.ticket.callback.policy.CallFacts.Ending;
import id.tanggap.ticket.callback.policy.CallbackPolicy.Decision;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackPolicyTest {

    private static final Instant NOW = Instant.parse("2025-05-20T03:00:00Z");

    @ParameterizedTest(name = "{0}, triage {1}")
    @CsvSource({
        "ENDED, silent, SILENT",
        "ENDED, unsure, SILENT",
        "ABANDONED, silent, ABANDONED",
        "ABANDONED, unsure, ABANDONED"
    })
    void a_call_of_which_nobody_knows_anything_is_rung_back(Ending ending, String triage, CallbackReason reason) {
        CallFacts facts = facts(
                Optional.of(ending),
                false,
                Optional.empty(),
                triage.equals("silent") ? Optional.empty() : Optional.of(false));

        assertEquals(new Decision.RingBack(reason), CallbackPolicy.decide(facts, NOW));
    }

    @Test
    void what_triage_is_sure_of_is_not_rung_back() {
        assertEquals(
                new Decision.Nothing(),
                CallbackPolicy.decide(
                        facts(Optional.of(Ending.ENDED), false, Optional.empty(), Optional.of(true)), NOW));
    }

    @Test
    void a_report_settles_it() {
        assertEquals(
                new Decision.Settled(CallbackOutcome.REPORTED),
                CallbackPolicy.decide(
                        facts(Optional.of(Ending.ENDED), true, Optional.empty(), Optional.of(false)), NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"PRANK", "INFORMATION", "TEST"})
    void a_persons_word_that_ends_the_matter_settles_it_though_triage_is_unsure(Disposition disposition) {
        assertEquals(
                new Decision.Settled(CallbackOutcome.DISPOSED),
                CallbackPolicy.decide(
                        facts(Optional.of(Ending.ENDED), false, Optional.of(disposition), Optional.of(false)), NOW));
    }

    @Test
    void whom_nobody_heard_may_be_unable_to_speak_and_triage_decides() {
        assertEquals(
                new Decision.RingBack(CallbackReason.SILENT),
                CallbackPolicy.decide(said(Disposition.GHOST, Optional.of(false)), NOW));
        assertEquals(
                new Decision.RingBack(CallbackReason.SILENT),
                CallbackPolicy.decide(said(Disposition.GHOST, Optional.empty()), NOW));
        assertEquals(new Decision.Nothing(), CallbackPolicy.decide(said(Disposition.GHOST, Optional.of(true)), NOW));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_genuine_caller_without_a_report_is_rung_back_however_sure_triage_is(boolean confident) {
        assertEquals(
                new Decision.RingBack(CallbackReason.UNREPORTED),
                CallbackPolicy.decide(said(Disposition.NORMAL, Optional.of(confident)), NOW));
    }

    @Test
    void a_call_that_runs_is_rung_back_only_when_nothing_more_is_heard_of_it() {
        Instant lost = NOW.plusSeconds(1);
        CallFacts facts =
                new CallFacts(Optional.empty(), Optional.of(lost), false, true, Optional.empty(), Optional.of(false));

        assertEquals(new Decision.AskAgain(lost), CallbackPolicy.decide(facts, NOW));
        assertEquals(new Decision.RingBack(CallbackReason.LOST_TRACK), CallbackPolicy.decide(facts, lost));
    }

    @Test
    void what_was_lost_and_triage_was_sure_of_is_rung_back_when_it_changes_its_mind() {
        assertEquals(
                new Decision.Nothing(),
                CallbackPolicy.decide(facts(Optional.empty(), false, Optional.empty(), Optional.of(true)), NOW));
        assertEquals(
                new Decision.RingBack(CallbackReason.LOST_TRACK),
                CallbackPolicy.decide(facts(Optional.empty(), false, Optional.empty(), Optional.of(false)), NOW));
    }

    @Test
    void after_its_end_a_report_may_come_for_a_moment() {
        CallFacts facts = new CallFacts(
                Optional.of(Ending.ENDED),
                Optional.of(NOW.plusSeconds(1)),
                false,
                true,
                Optional.empty(),
                Optional.empty());

        assertEquals(new Decision.AskAgain(NOW.plusSeconds(1)), CallbackPolicy.decide(facts, NOW));
        assertEquals(new Decision.RingBack(CallbackReason.SILENT), CallbackPolicy.decide(facts, NOW.plusSeconds(1)));
    }

    @ParameterizedTest(name = "{0}, {1}, triage {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "ENDED, GHOST, -",
                "ENDED, GHOST, false",
                "ENDED, GHOST, true",
                "ABANDONED, -, -",
                "ABANDONED, -, false",
                "ABANDONED, GHOST, false",
                "-, GHOST, false"
            })
    void whom_nobody_heard_and_nothing_leads_to_is_not_rung_back(
            Ending ending, Disposition disposition, Boolean confident) {
        assertEquals(
                new Decision.Settled(CallbackOutcome.UNTRACEABLE),
                CallbackPolicy.decide(untraceable(ending, disposition, confident), NOW));
    }

    /** Who answered may know what was said and where. */
    @ParameterizedTest(name = "{0}, {1}, triage {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "ENDED, -, -, SILENT",
                "ENDED, -, false, SILENT",
                "-, -, false, LOST_TRACK",
                "ENDED, NORMAL, true, UNREPORTED",
                "ABANDONED, NORMAL, true, UNREPORTED",
            })
    void whom_somebody_may_have_heard_is_looked_for_though_nothing_leads_to_them(
            Ending ending, Disposition disposition, Boolean confident, CallbackReason reason) {
        assertEquals(
                new Decision.RingBack(reason), CallbackPolicy.decide(untraceable(ending, disposition, confident), NOW));
    }

    @Test
    void whom_nothing_leads_to_has_the_same_moment_as_others_for_a_report() {
        CallFacts facts = new CallFacts(
                Optional.of(Ending.ABANDONED),
                Optional.of(NOW.plusSeconds(1)),
                false,
                false,
                Optional.empty(),
                Optional.empty());

        assertEquals(new Decision.AskAgain(NOW.plusSeconds(1)), CallbackPolicy.decide(facts, NOW));
    }

    private static CallFacts untraceable(Ending ending, Disposition disposition, Boolean confident) {
        return new CallFacts(
                Optional.ofNullable(ending),
                Optional.empty(),
                false,
                false,
                Optional.ofNullable(disposition),
                Optional.ofNullable(confident));
    }

    private static CallFacts said(Disposition disposition, Optional<Boolean> confident) {
        return facts(Optional.of(Ending.ENDED), false, Optional.of(disposition), confident);
    }

    private static CallFacts facts(
            Optional<Ending> ending, boolean reported, Optional<Disposition> disposition, Optional<Boolean> confident) {
        return new CallFacts(ending, Optional.empty(), reported, true, disposition, confident);
    }
}
