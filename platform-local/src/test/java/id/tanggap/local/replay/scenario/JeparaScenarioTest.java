package id.tanggap.local.replay.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JeparaScenarioTest {
    private final List<PlannedCall> calls = JeparaScenario.load().calls();

    @Test
    void hasTheFiguresOfTheTwoDays() {
        Scenario scenario = JeparaScenario.load();
        assertEquals(89, scenario.calls().size());
        assertEquals(75, scenario.hoaxes());
        assertEquals(14, scenario.genuine());
        Map<Kind, Long> kinds = calls.stream().collect(Collectors.groupingBy(PlannedCall::kind, Collectors.counting()));
        assertTrue(kinds.get(Kind.SILENT) > kinds.get(Kind.EXHAUST), "most hoaxes are silent: " + kinds);
        assertTrue(kinds.get(Kind.EXHAUST) > kinds.get(Kind.PRANK), "pranks are few: " + kinds);
    }

    @Test
    void isTheSameEveryTime() {
        assertEquals(JeparaScenario.load(), JeparaScenario.load());
    }

    @Test
    void callsComeInOrderWhileTheLineIsOpen() {
        assertEquals(
                IntStream.rangeClosed(1, 89).boxed().toList(),
                calls.stream().map(PlannedCall::ordinal).toList());
        for (int i = 1; i < calls.size(); i++) {
            assertFalse(calls.get(i).startedAt().isBefore(calls.get(i - 1).startedAt()), calls.get(i)::toString);
        }
        for (PlannedCall call : calls) {
            LocalDate day = call.startedAt().atZone(OpeningHours.WIB).toLocalDate();
            assertTrue(day.equals(LocalDate.of(2025, 5, 20)) || day.equals(LocalDate.of(2025, 5, 21)), call::toString);
            assertTrue(OpeningHours.open(call.startedAt()) && OpeningHours.open(call.endedAt()), call::toString);
        }
    }

    @Test
    void threeOperatorsAreEnough() {
        for (PlannedCall call : calls) {
            long atOnce = calls.stream()
                    .filter(other -> !other.startedAt().isAfter(call.startedAt())
                            && other.endedAt().isAfter(call.startedAt()))
                    .count();
            assertTrue(atOnce <= 3, () -> atOnce + " calls at once at " + call);
        }
    }

    @Test
    void everyPlaceLiesInsideItsDesa() throws IOException {
        Polygons desa = Polygons.load();
        for (PlannedCall call : calls) {
            Place place = call.place();
            assertTrue(desa.contains(place.kecamatan(), place.desa(), place.lon(), place.lat()), place::toString);
            assertFalse(
                    desa.contains(place.kecamatan(), place.desa(), place.lon() + 0.2, place.lat()),
                    "a point 22 km away is outside");
        }
    }

    @Test
    void genuineCallsAreReportedAndHoaxesAreNot() {
        for (PlannedCall call : calls) {
            assertEquals(call.kind() == Kind.GENUINE, call.report().isPresent(), call::toString);
        }
        Map<String, Long> categories = calls.stream()
                .flatMap(call -> call.report().stream())
                .collect(Collectors.groupingBy(PlannedReport::category, Collectors.counting()));
        assertTrue(categories.get("WATER") >= 3, categories::toString);
        assertTrue(categories.get("MEDICAL") + categories.get("AMBULANCE") >= 3, categories::toString);
        assertTrue(categories.get("FAKE_WHATSAPP") >= 2, categories::toString);
    }

    @Test
    void noNumberCanBeAnyones() {
        for (PlannedCall call : calls) {
            call.number()
                    .ifPresent(number ->
                            assertTrue(number.replaceAll("[^0-9]", "").matches("(0|62|0062)8360000\\d{4}"), number));
        }
    }

    @Test
    void everySoundIsThereAndLoops() {
        Sounds sounds = new Sounds();
        for (PlannedCall call : calls) {
            assertEquals(8_000, sounds.second(call.sound(), 0).length);
            assertEquals(8_000, sounds.second(call.sound(), 100).length);
        }
    }
}
