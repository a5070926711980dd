package id.tanggap.triage.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDetectorTest {

    @Test
    void hearsEveryKeyOnceInItsOrder() {
        assertEquals("1234567890*#ABCD", keys(Sounds.keys("1234567890*#ABCD", 0.06)));
    }

    @Test
    void hearsAKeyPressedTwiceAsTwoAndAHeldOneAsOne() {
        assertEquals("55", keys(Sounds.keys("55", 0.05)));
        assertEquals("5", keys(Sounds.keys("5", 3)));
    }

    @ParameterizedTest
    @CsvSource({"1.015, 5", "0.985, 5", "1.035, ''", "0.965, ''"})
    void acceptsAndRefusesTheFrequenciesOfQ24(double detune, String heard) {
        assertEquals(heard, keys(framed(Sounds.key('5', 0.1, detune, 0))));
    }

    @ParameterizedTest
    @CsvSource({"4, 5", "-4, 5", "14, ''", "-14, ''"})
    void acceptsAndRefusesTheTwistOfQ24(double twistDb, String heard) {
        assertEquals(heard, keys(framed(Sounds.key('5', 0.1, 1, twistDb))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.010, 0.015, 0.020})
    void takesNoShorterBurstForAKey(double seconds) {
        assertEquals("", keys(framed(Sounds.key('5', seconds, 1, 0))));
    }

    @Test
    void hearsKeysOverAnExhaustTenDecibelsBelow() {
        assertEquals("5", keys(Sounds.mix(Sounds.key('5', 0.3, 1, 0), Sounds.exhaust(1), 10)));
    }

    @ParameterizedTest
    @MethodSource("voices")
    void takesNoVoiceForAKey(short[] voice) {
        assertEquals("", keys(voice));
    }

    @Test
    void keepsNoMoreThanItsMost() {
        assertEquals(
                Heard.MOST_KEYS, keys(Sounds.keys("1234567890".repeat(4), 0.05)).length());
    }

    /** The tests' voices and those of the replay. */
    static Stream<short[]> voices() throws IOException {
        Path replay = Path.of("../platform-local/src/main/resources/replay/jepara/audio");
        try (Stream<Path> files = Files.list(replay)) {
            List<Path> voices = files.filter(file -> file.toString().endsWith(".ul"))
                    .sorted()
                    .toList();
            Stream.Builder<short[]> all = Stream.builder();
            for (Path voice : voices) {
                all.add(AudioEncoding.MU_LAW.decode(Files.readAllBytes(voice)));
            }
            return Stream.concat(
                    all.build(), Stream.of("fire", "water", "child").map(Sounds::speech));
        }
    }

    private static short[] framed(short[] key) {
        return Sounds.after(Sounds.after(Sounds.silence(0.2), key), Sounds.silence(0.2));
    }

    private static String keys(short[] sound) {
        KeyDetector detector = new KeyDetector();
        float[] samples = new float[sound.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = sound[i] / Ear.FULL_SCALE;
        }
        detector.accept(samples, samples.length);
        return detector.heard();
    }
}
