package id.tanggap.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperatorTimeTest {

    @Test
    void saves_what_follows_the_advice_in_hoaxes_and_nothing_elsewhere() {
        OperatorTime time = OperatorTime.of(List.of(
                call(true, false, 20, 5),
                call(true, false, 10, -1),
                call(true, false, 10, 12),
                call(false, false, 90, 3)));
        assertEquals(40, time.hoaxTime());
        assertEquals(15, time.saved());
        assertEquals(0.375, time.savedShare());
    }

    @Test
    void a_genuine_call_in_the_lowest_band_counts_against_it_at_any_moment() {
        OperatorTime time =
                OperatorTime.of(List.of(call(false, true, 60, 59), call(false, true, 60, -1), call(false, true, 5, 9)));
        assertEquals(1.0 / 3, time.genuineRecall(), 1e-12);
        assertEquals(0, time.savedShare());
    }

    private static AdvisedCall call(boolean hoax, boolean genuine, int talk, int lowest) {
        return new AdvisedCall(
                hoax,
                genuine,
                Duration.ofSeconds(talk),
                lowest < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(lowest)));
    }
}
