package id.tanggap.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorTimeTest {

    @Test
    void saves_what_the_advice_leaves_free_in_hoaxes_and_nothing_elsewhere() {
        OperatorTime time = OperatorTime.of(List.of(
                call(true, false, 20, 15, true),
                call(true, false, 10, 0, false),
                call(true, false, 10, 0, true),
                call(false, false, 90, 87, true)));
        assertEquals(40, time.hoaxTime());
        assertEquals(15, time.saved());
        assertEquals(0.375, time.savedShare());
    }

    @Test
    void a_genuine_call_in_the_lowest_band_counts_against_it_at_any_moment() {
        OperatorTime time = OperatorTime.of(List.of(
                call(false, true, 60, 1, true), call(false, true, 60, 0, false), call(false, true, 5, 5, false)));
        assertEquals(2.0 / 3, time.genuineRecall(), 1e-12);
        assertEquals(0, time.savedShare());
    }

    private static AdvisedCall call(boolean hoax, boolean genuine, int talk, int free, boolean lowest) {
        return new AdvisedCall(hoax, genuine, Duration.ofSeconds(talk), Duration.ofSeconds(free), lowest);
    }
}
