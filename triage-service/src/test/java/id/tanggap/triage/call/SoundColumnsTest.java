package id.tanggap.triage.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.triage.audio.Heard;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SoundColumnsTest {

    @Test
    void keepAllThatWasHeardToTheMillisecond() {
        Heard heard = new Heard(
                Duration.ofMillis(1_001),
                Duration.ofMillis(2_002),
                Duration.ofMillis(3_003),
                Duration.ofMillis(4_004),
                Duration.ofMillis(505),
                Duration.ofMillis(1_606),
                Optional.of(Duration.ofMillis(707)),
                Duration.ofMillis(5_808),
                "55",
                2,
                -31.5,
                3);
        assertEquals(heard, new SoundColumns(heard).heard());
    }
}
