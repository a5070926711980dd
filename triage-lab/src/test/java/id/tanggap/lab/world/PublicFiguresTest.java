package id.tanggap.lab.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.lab.world.centre.Centres;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each centre's mix is the public one; figures are written out here so that a slip in a profile shows. */
class PublicFiguresTest {
    /** Shares of a simulated year, in hundredths: chance alone moves them by less than half of this. */
    private static final double TOLERANCE = 0.015;

    @Test
    void purworejo_counts_as_in_its_report() {
        List<SimulatedCall> answered = Worlds.answered(Worlds.year("purworejo"));
        assertEquals(1_147 / 2_802.0, tallied(answered, Kind.PRANK), TOLERANCE);
        assertEquals(1_170 / 2_802.0, tallied(answered, Kind.GHOST), TOLERANCE);
        assertEquals(455 / 2_802.0, tallied(answered, Kind.INFORMATION), TOLERANCE);
        assertEquals(30 / 2_802.0, tallied(answered, Kind.GENUINE), 0.004);
        assertEquals(2_802 / 930.0, answered.size() / 365.0 / 20, 0.2);
    }

    @Test
    void semarang_counts_as_in_its_report() {
        List<SimulatedCall> answered = Worlds.answered(Worlds.year("semarang"));
        assertEquals(9_576 / 22_021.0, tallied(answered, Kind.GENUINE), TOLERANCE);
        assertEquals(3_949 / 22_021.0, tallied(answered, Kind.INFORMATION), TOLERANCE);
        assertEquals(8_496 / 22_021.0, tallied(answered, Kind.GHOST) + tallied(answered, Kind.PRANK), TOLERANCE);
        assertEquals(22_021 / 267.0, answered.size() / 365.0, 2);
    }

    @Test
    void jakarta_counts_as_in_its_report() {
        List<SimulatedCall> calls = Worlds.year("jakarta");
        List<SimulatedCall> answered = Worlds.answered(calls);
        assertEquals(370_817 / 637_292.0, 1 - (double) answered.size() / calls.size(), TOLERANCE);
        assertEquals(6_317 / 266_475.0, tallied(answered, Kind.GENUINE), 0.004);
        assertEquals(110_788 / 266_475.0, tallied(answered, Kind.INFORMATION), TOLERANCE);
        // The report's pranks, and what it leaves out, are pranks, silent calls and trials here.
        assertEquals(
                (144_863 + 4_507) / 266_475.0,
                1 - tallied(answered, Kind.GENUINE) - tallied(answered, Kind.INFORMATION),
                TOLERANCE);
        assertEquals(637_292 / 4.0, calls.size(), 5_000);
    }

    @Test
    void jepara_opens_as_it_did() {
        List<List<SimulatedCall>> openings = IntStream.rangeClosed(1, 40)
                .mapToObj(seed -> World.of(Centres.named("jepara"), 4, seed).calls())
                .toList();
        List<SimulatedCall> all = openings.stream().flatMap(List::stream).toList();
        List<SimulatedCall> two =
                openings.stream().flatMap(calls -> firstDays(calls, 2).stream()).toList();
        assertEquals(900, all.size() / 40.0, 45);
        assertEquals(742 / 900.0, prankOrTrial(Worlds.answered(all)), 0.02);
        assertEquals(75 / 89.0, prankOrTrial(Worlds.answered(two)), 0.03);
    }

    /** Operators err, but their books and the public ones are about the same. */
    @ParameterizedTest
    @ValueSource(strings = {"jepara", "purworejo", "semarang", "jakarta"})
    void what_operators_note_stays_near_the_truth(String name) {
        List<SimulatedCall> noted = Worlds.answered(Worlds.year(name)).stream()
                .filter(call -> call.observed().disposition().isPresent())
                .toList();
        for (Kind kind : Kind.values()) {
            String word = kind == Kind.GENUINE ? "NORMAL" : kind.name();
            double said = Worlds.share(
                    noted,
                    call -> call.observed().disposition().get().what().name().equals(word));
            assertEquals(tallied(noted, kind), said, 0.04, kind.name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jepara", "purworejo", "semarang", "jakarta"})
    void one_silent_call_in_a_hundred_gives_a_sign_of_distress(String name) {
        List<SimulatedCall> silent = Worlds.answered(Worlds.year(name)).stream()
                .filter(call -> call.truth().tally() == Kind.GHOST)
                .toList();
        assertEquals(0.01, Worlds.share(silent, call -> call.truth().cannotSpeak() && Signs.given(call)), 0.004);
    }

    private static List<SimulatedCall> firstDays(List<SimulatedCall> calls, int days) {
        var end = Centres.named("jepara").opened().plusDays(days).atTime(0, 0).toInstant(ZoneOffset.ofHours(7));
        return calls.stream()
                .filter(call -> call.observed().startedAt().isBefore(end))
                .toList();
    }

    private static double prankOrTrial(List<SimulatedCall> answered) {
        return tallied(answered, Kind.GHOST) + tallied(answered, Kind.PRANK) + tallied(answered, Kind.TEST);
    }

    private static double tallied(List<SimulatedCall> calls, Kind kind) {
        return Worlds.share(calls, call -> call.truth().tally() == kind);
    }
}
