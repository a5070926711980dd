package id.tanggap.triage.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TapDetectorTest {

    @Test
    void hearsThreeTapsAndAPause() {
        assertEquals(3, taps(Sounds.taps(4, 1.0, 1.3, 1.6)));
    }

    @Test
    void hearsTwoGroups() {
        assertEquals(7, taps(Sounds.taps(8, 1.0, 1.4, 1.8, 4.0, 4.2, 4.4, 4.6)));
    }

    @Test
    void takesOneClickAndTwoForNothing() {
        assertEquals(0, taps(Sounds.taps(4, 1.0)));
        assertEquals(0, taps(Sounds.taps(4, 1.0, 1.3)));
    }

    @Test
    void takesATickingClockForNothing() {
        assertEquals(
                0,
                taps(Sounds.taps(
                        12,
                        IntStream.range(0, 11)
                                .mapToDouble(second -> second + 0.5)
                                .toArray())));
        assertEquals(
                0,
                taps(Sounds.taps(
                        12,
                        IntStream.range(0, 22)
                                .mapToDouble(half -> half / 2.0 + 0.5)
                                .toArray())));
    }

    @Test
    void takesIrregularCracklingForNothing() {
        assertEquals(0, taps(Sounds.taps(6, 1.0, 1.1, 1.7, 1.85, 2.4, 2.5, 3.1)));
    }

    @Test
    void countsNothingOnALoudLine() {
        short[] loud = Sounds.mix(Sounds.taps(4, 1.0, 1.3, 1.6), Sounds.exhaust(4), -5);
        assertEquals(0, taps(loud));
    }

    private static int taps(short[] sound) {
        TapDetector detector = new TapDetector();
        float[] samples = new float[sound.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = sound[i] / Ear.FULL_SCALE;
        }
        int taps = 0;
        for (int start = 0; start < samples.length; start += NoiseReducer.HOP) {
            float[] hop = java.util.Arrays.copyOfRange(samples, start, start + NoiseReducer.HOP);
            TapDetector.Group group = detector.accept(hop, hop.length);
            taps += group == null ? 0 : group.taps();
        }
        return taps;
    }
}
