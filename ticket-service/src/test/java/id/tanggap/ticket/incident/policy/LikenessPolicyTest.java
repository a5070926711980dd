package id.tanggap.ticket.incident.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessPolicyTest {

    private static final Instant AT = Instant.parse("2025-05-20T03:00:00Z");
    private static final double DEGREES_PER_METRE = 1 / 111_195.0;

    /** Another report beside a fire: its category, metres north, minutes later, whether of the same caller. */
    @ParameterizedTest(name = "{0} at {1} m after {2} min, same caller {3}: {4} {5}")
    @CsvSource({
        "FIRE, 40, 2, false, likely, AT_THE_PLACE SAME_CATEGORY SAME_TIME",
        "FIRE, 600, 5, false, suggested, SAME_CATEGORY SAME_TIME NEAR",
        "FIRE, 5000, 2, false, no, FAR SAME_CATEGORY SAME_TIME",
        "FIRE, 40, 170, false, suggested, AT_THE_PLACE SAME_CATEGORY LATER",
        "LAND_FIRE, 100, 3, false, likely, AT_THE_PLACE SAME_TIME RELATED_CATEGORY",
        "WATER, 100, 3, false, suggested, AT_THE_PLACE OTHER_CATEGORY SAME_TIME",
        "WATER, 900, 30, false, no, OTHER_CATEGORY NEAR LATER",
        // Told a second time, from somewhere else: a person may see whether it is the same.
        "FIRE, 800, 10, true, likely, SAME_CATEGORY SAME_CALLER SAME_TIME NEAR",
        "FIRE, 9000, 10, true, no, FAR SAME_CATEGORY SAME_CALLER SAME_TIME"
    })
    void coordinates_time_and_category_tell(
            String category, double metres, long minutes, boolean sameCaller, String verdict, String reasons) {
        Sighting fire = at(List.of("FIRE", "FIRE_RESCUE"), 0, 0, "ref-1");
        Sighting other = at(
                category.equals("WATER") ? List.of("WATER", "UTILITIES") : List.of(category, "FIRE_RESCUE"),
                metres,
                minutes,
                sameCaller ? "ref-1" : "ref-2");

        LikenessPolicy.Likeness likeness = LikenessPolicy.of(fire, other);

        double probability = likeness.probability();
        assertEquals(
                verdict,
                probability >= 0.7 ? "likely" : probability >= LikenessPolicy.SUGGESTED ? "suggested" : "no",
                "probability " + probability);
        assertEquals(
                reasons,
                String.join(" ", likeness.reasons().stream().map(Enum::name).toList()));
        assertEquals(probability, LikenessPolicy.of(other, fire).probability(), 1e-6);
        assertEquals(metres, likeness.metres().orElseThrow(), metres / 50 + 1);
    }

    @ParameterizedTest(name = "{0}/{1} and {2}/{3}: {4}")
    @CsvSource({
        "33.20.06, 33.20.06.1006, 33.20.06, 33.20.06.1006, SAME_DESA",
        "33.20.06, 33.20.06.1006, 33.20.06, 33.20.06.1007, FAR",
        "33.20.06, , 33.20.06, 33.20.06.1007, SAME_KECAMATAN",
        "33.20.06, , 33.20.07, , FAR",
        ", , 33.20.07, , PLACE_UNKNOWN"
    })
    void without_coordinates_areas_do(String k1, String d1, String k2, String d2, LikenessReason reason) {
        Sighting one = in(k1, d1);
        Sighting other = in(k2, d2);

        assertTrue(LikenessPolicy.of(one, other).reasons().contains(reason));
    }

    @Test
    void two_who_withhold_their_numbers_are_not_the_same_caller() {
        assertTrue(!LikenessPolicy.of(in("33.20.06", null), in("33.20.06", null))
                .reasons()
                .contains(LikenessReason.SAME_CALLER));
    }

    private static Sighting at(List<String> path, double metresNorth, long minutes, String caller) {
        return new Sighting(
                path,
                -6.6 + metresNorth * DEGREES_PER_METRE,
                110.66,
                Optional.empty(),
                Optional.empty(),
                Optional.of(caller),
                AT.plusSeconds(60 * minutes));
    }

    private static Sighting in(String kecamatan, String desa) {
        return new Sighting(
                List.of("FIRE", "FIRE_RESCUE"),
                null,
                null,
                Optional.ofNullable(kecamatan),
                Optional.ofNullable(desa),
                Optional.empty(),
                AT);
    }
}
