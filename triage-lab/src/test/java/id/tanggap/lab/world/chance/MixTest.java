package id.tanggap.lab.world.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MixTest {
    private static final Mix<TimeUnit> MIX =
            Mix.of(Map.of(TimeUnit.DAYS, 3.0, TimeUnit.HOURS, 0.0, TimeUnit.SECONDS, 1.0));

    @Test
    void draws_each_as_often_as_its_weight_says_and_never_what_weighs_nothing() {
        Dice dice = new Dice(1);
        Map<TimeUnit, Integer> drawn = new EnumMap<>(TimeUnit.class);
        for (int i = 0; i < 40_000; i++) {
            drawn.merge(MIX.draw(dice), 1, Integer::sum);
        }
        assertEquals(30_000, drawn.get(TimeUnit.DAYS), 400);
        assertEquals(2, drawn.size());
        assertEquals(0.75, MIX.share(TimeUnit.DAYS));
        assertEquals(0, MIX.share(TimeUnit.HOURS));
        assertEquals(0, MIX.share(TimeUnit.NANOSECONDS));
    }

    @Test
    void nothing_to_draw_from_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Mix.of(Map.of(TimeUnit.DAYS, 0.0)));
    }
}
