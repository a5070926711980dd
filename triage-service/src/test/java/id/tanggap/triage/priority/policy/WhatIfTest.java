package id.tanggap.triage.priority.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.triage.policy.CallerRecord;
import id.tanggap.triage.policy.Disposition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    private static final Instant T0 = Instant.parse("2025-05-20T00:00:00Z");
    private final WhatIf twoHoaxesADay =
            new WhatIf(new RestrictionRule(2), Duration.ofHours(24), (before, now) -> counted(before));

    @Test
    void the_rule_counts_silent_calls_at_half_and_a_real_need_once_forbids_it() {
        RestrictionRule rule = new RestrictionRule(2);
        assertTrue(rule.fires(record(1, 0, 0, 0), Disposition.PRANK));
        assertFalse(rule.fires(record(0, 1, 0, 0), Disposition.PRANK));
        assertTrue(rule.fires(record(0, 3, 0, 0), Disposition.GHOST));
        assertFalse(rule.fires(record(9, 9, 0.01, 0), Disposition.PRANK));
        assertFalse(rule.fires(record(9, 9, 0, 0.01), Disposition.PRANK));
        assertFalse(rule.fires(record(9, 9, 0, 0), Disposition.TEST));
        assertFalse(rule.fires(CallerRecord.UNKNOWN, Disposition.PRANK));
    }

    @Test
    void a_genuine_call_within_the_time_would_have_been_missed_and_is_named() {
        WhatIf.Result result = twoHoaxesADay.replay(
                List.of(
                        call("p1", "child", 0, Disposition.PRANK),
                        call("p2", "child", 1, Disposition.PRANK),
                        call("p3", "child", 2, Disposition.PRANK),
                        call("fire", "child", 10, Disposition.NORMAL),
                        call("again", "child", 11, Disposition.NORMAL),
                        call("other", "neighbour", 10, Disposition.NORMAL)),
                T0);

        assertEquals(6, result.calls());
        assertEquals(1, result.restrictions());
        assertEquals(1, result.callers());
        assertEquals(2, result.answeredLater(), "the third prank and the fire, which ends it");
        assertEquals(List.of(new WhatIf.Missed("fire", at(10), at(1).plusSeconds(60))), result.missed());
    }

    @Test
    void a_call_after_the_time_is_answered_in_turn() {
        WhatIf.Result result = twoHoaxesADay.replay(
                List.of(
                        call("p1", "child", 0, Disposition.PRANK),
                        call("p2", "child", 1, Disposition.PRANK),
                        call("fire", "child", 26, Disposition.NORMAL)),
                T0);
        assertEquals(0, result.answeredLater());
        assertEquals(List.of(), result.missed());
    }

    @Test
    void what_was_before_the_period_is_remembered_but_not_counted() {
        WhatIf.Result result = twoHoaxesADay.replay(
                List.of(
                        call("p1", "child", -30, Disposition.PRANK),
                        call("p2", "child", 1, Disposition.PRANK),
                        call("p3", "child", 2, Disposition.PRANK)),
                T0);
        assertEquals(2, result.calls());
        assertEquals(1, result.restrictions());
        assertEquals(1, result.answeredLater());
    }

    @Test
    void a_call_that_comes_before_the_word_on_the_one_before_is_answered_in_turn() {
        WhatIf.Result result = twoHoaxesADay.replay(
                List.of(
                        call("p1", "child", 0, Disposition.PRANK),
                        call("p2", "child", 1, Disposition.PRANK),
                        new WhatIf.Past(
                                "fire", "child", at(1).plusSeconds(59), Optional.empty(), Optional.empty(), true)),
                T0);
        assertEquals(List.of(), result.missed());
    }

    private static WhatIf.Past call(String id, String caller, int hour, Disposition disposition) {
        return new WhatIf.Past(
                id,
                caller,
                at(hour),
                Optional.of(disposition),
                Optional.of(at(hour).plusSeconds(60)),
                disposition == Disposition.NORMAL);
    }

    private static Instant at(int hour) {
        return T0.plus(Duration.ofHours(hour));
    }

    private static CallerRecord counted(List<WhatIf.Past> before) {
        return record(
                count(before, Disposition.PRANK),
                count(before, Disposition.GHOST),
                count(before, Disposition.NORMAL),
                0);
    }

    private static double count(List<WhatIf.Past> before, Disposition disposition) {
        return before.stream()
                .filter(call -> call.disposition().filter(disposition::equals).isPresent())
                .count();
    }

    private static CallerRecord record(double pranks, double ghosts, double genuine, double confirmed) {
        return new CallerRecord(true, ghosts, pranks, 0, 0, genuine, confirmed, 0, 0, 0, 0, false);
    }
}
