package id.tanggap.lab.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.lab.table.Finding;
import id.tanggap.lab.world.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final int[] MS = {5_000, 10_000, 20_000};
    private static final int JUDGES = Evaluation.FIRST_RULE + 1;

    @Test
    void saving_is_counted_from_the_advice_and_harm_at_any_moment() {
        var rows = rows(List.of(
                call(Kind.GHOST, Watched.NEVER, .5f, .9f, .9f),
                call(Kind.PRANK, Watched.NEVER, .5f, .5f, .5f),
                call(Kind.GENUINE, Watched.NEVER, .1f, .1f, .1f),
                call(Kind.GENUINE, Watched.NEVER, .1f, .1f, .9f)));
        assertEquals(0.25, rows.get("time-saved").value(), 1e-9);
        assertEquals(500, rows.get("genuine-lowest").value(), 1e-9);
        assertFalse(rows.get("genuine-lowest").met());
        assertFalse(rows.get("time-saved").met());
    }

    @Test
    void one_who_presses_a_key_is_counted_before_and_after_it() {
        var rows = rows(List.of(
                call(Kind.GENUINE, 7_000, .9f, .8f, .8f),
                call(Kind.GENUINE, 7_000, .5f, .5f, .5f),
                call(Kind.GHOST, Watched.NEVER, .9f, .9f, .9f)));
        assertEquals(1, rows.get("sign-lowest").value());
        assertFalse(rows.get("sign-lowest").met());
        assertEquals(0, rows.get("after-sign-lowest").value());
        assertTrue(rows.get("after-sign-lowest").met());
    }

    @Test
    void the_best_rule_is_given_every_threshold_but_not_more_harm() {
        // The rule tells the first hoax from the genuine call by 0.6 from the start and cannot tell the other.
        var rows = rows(List.of(
                call(Kind.GHOST, triageAndRule(.9f, .6f)),
                call(Kind.PRANK, triageAndRule(.9f, .2f)),
                call(Kind.GENUINE, triageAndRule(0, .2f))));
        assertEquals(2, rows.get("times-baseline").value(), 1e-9);
        assertTrue(rows.get("times-baseline").met());
    }

    @Test
    void calibration_compares_said_and_so_at_each_milestone_without_trials() {
        var rows = rows(
                List.of(call(Kind.GHOST, Watched.NEVER, .8f, .8f, .8f), call(Kind.TEST, Watched.NEVER, .8f, .8f, .8f)));
        assertEquals(0.2, rows.get("ece-other").value(), 1e-6);
    }

    @Test
    void a_silent_call_is_known_at_a_threshold_that_keeps_its_precision_where_it_was_chosen() {
        List<Watched> calls = new ArrayList<>(Collections.nCopies(20, call(Kind.GHOST, Watched.NEVER, .1f, .7f, .9f)));
        calls.add(call(Kind.GENUINE, Watched.NEVER, .4f, .4f, .4f));
        calls.add(call(Kind.GENUINE, Watched.NEVER, .4f, .4f, .4f));
        assertEquals(0.41, Measures.silentThreshold(calls, 0), 1e-9);
        assertEquals(10, Measures.silentMedian(calls, 0, 0.41), 1e-9);
        assertEquals(0.7, Measures.thresholdInTime(calls, 0, 10), 1e-9);
        assertEquals(Double.POSITIVE_INFINITY, Measures.silentMedian(calls, 0, 2));
    }

    @Test
    void foresight_saves_what_is_left_of_hoaxes_after_five_seconds() {
        List<Watched> calls = List.of(
                call(Kind.GHOST, Watched.NEVER, 0, 0, 0),
                call(Kind.PRANK, Watched.NEVER, 0, 0, 0),
                call(Kind.GENUINE, Watched.NEVER, 0, 0, 0));
        assertEquals(0.75, Measures.foresight(calls, call -> call.kind().hoax()), 1e-9);
        assertEquals(0.375, Measures.foresight(calls, call -> call.kind() == Kind.GHOST), 1e-9);
    }

    @Test
    void a_line_handed_over_is_free_until_a_person_is_called_or_the_band_frees_it_anyway() {
        float[] silent = {.5f, .5f, .9f};
        float[] unsure = {.5f, .5f, .5f};
        var rows = rows(List.of(
                call(Kind.GHOST, Watched.NEVER, new HandOver(5_000, 15_000), Watched.NEVER, all(silent)),
                call(Kind.PRANK, Watched.NEVER, new HandOver(5_000, Watched.NEVER), Watched.NEVER, all(unsure)),
                call(Kind.GENUINE, Watched.NEVER, new HandOver(5_000, 8_000), 7_500, all(unsure))));
        assertEquals((10 + 15) / 40.0, rows.get("time-saved").value(), 1e-9);
        assertEquals(0, rows.get("genuine-lowest").value());
    }

    @Test
    void those_who_are_slow_to_speak_wait_from_their_sign_until_a_person_is_called_or_the_line_ends() {
        float[] unsure = {.5f, .5f, .5f};
        HandOvers handOvers = HandOvers.of(List.of(
                call(Kind.GHOST, Watched.NEVER, new HandOver(5_000, Watched.NEVER), Watched.NEVER, all(unsure)),
                call(Kind.GHOST, Watched.NEVER, .5f, .5f, .5f),
                call(Kind.GENUINE, Watched.NEVER, new HandOver(5_000, 8_000), 7_500, all(unsure)),
                call(Kind.GENUINE, Watched.NEVER, new HandOver(5_000, Watched.NEVER), 18_000, all(unsure)),
                call(Kind.GENUINE, Watched.NEVER, .5f, .5f, .5f)));
        assertEquals(List.of(500, 2_000), handOvers.waitMs());
        assertEquals(1, handOvers.unheard());
        assertEquals(1.0 / 3, handOvers.voiceless().estimate(), 1e-9);
        assertEquals(0.5, handOvers.found(), 1e-9);
        assertEquals(2.0 / 3, handOvers.genuine().estimate(), 1e-9);
    }

    private static float[][] all(float[] likelihood) {
        float[][] judges = new float[JUDGES][];
        Arrays.fill(judges, likelihood);
        return judges;
    }

    private static float[][] triageAndRule(float triage, float rule) {
        float[][] judges = all(new float[MS.length]);
        judges[0] = new float[] {triage, triage, triage};
        judges[Evaluation.FIRST_RULE] = new float[] {rule, rule, rule};
        return judges;
    }

    private static Map<String, Finding> rows(List<Watched> calls) {
        return new Table(new Evaluation.Sets(calls, calls, calls), JUDGES, Measures.LOWEST_FROM)
                .rows(0).stream().collect(Collectors.toMap(Finding::code, Function.identity()));
    }

    private static Watched call(Kind kind, int signMs, float... hoax) {
        return call(kind, signMs, HandOver.NONE, Watched.NEVER, all(hoax));
    }

    private static Watched call(Kind kind, float[][] hoax) {
        return call(kind, Watched.NEVER, HandOver.NONE, Watched.NEVER, hoax);
    }

    private static Watched call(Kind kind, int signMs, HandOver handOver, int signOfLifeMs, float[][] hoax) {
        return new Watched(
                kind,
                false,
                kind == Kind.GHOST,
                handOver,
                signOfLifeMs,
                signMs,
                0,
                MS,
                new boolean[] {true, true, true},
                hoax,
                hoax,
                hoax);
    }
}
