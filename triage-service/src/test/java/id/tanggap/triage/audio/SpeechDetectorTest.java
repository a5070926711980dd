package id.tanggap.triage.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechDetectorTest {

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @ValueSource(strings = {"fire", "water", "child"})
    void hearsAVoice(String name) {
        assertAtLeast(ONE_SECOND, listen(Sounds.speech(name)).speech());
    }

    @ParameterizedTest
    @CsvSource({
        "fire, 20",
        "fire, 10",
        "fire, 5",
        "water, 20",
        "water, 10",
        "water, 5",
        "child, 20",
        "child, 10",
        "child, 5"
    })
    void hearsAVoiceOverAnExhaust(String name, double snrDb) {
        short[] mixed = Sounds.mix(Sounds.speech(name), Sounds.exhaust(10), snrDb);
        assertAtLeast(Duration.ofMillis(400), listen(mixed).speech());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fire", "water", "child"})
    void hearsAWhisper(String name) {
        short[] whisper = Sounds.atLevel(Sounds.speech(name), -42);
        assertAtLeast(
                Duration.ofMillis(400),
                listen(Sounds.after(Sounds.silence(2), whisper)).speech());
    }

    @Test
    void takesAQuietLineForSilence() {
        Heard heard = listen(Sounds.silence(10));
        assertEquals(Duration.ofSeconds(10), heard.silence());
        assertEquals(Duration.ofSeconds(10), heard.total());
    }

    @Test
    void takesASteadyExhaustForNoise() {
        Heard heard = listen(Sounds.exhaust(10));
        assertAtLeast(Duration.ofMillis(9_800), heard.noise());
        assertEquals(Duration.ofSeconds(10), heard.total());
    }

    @Test
    void takesAToneAfterSilenceForNoise() {
        Heard heard = listen(Sounds.after(Sounds.silence(3), Sounds.tone(5)));
        assertTrue(heard.speech().compareTo(Duration.ofMillis(600)) < 0, heard.toString());
        assertAtLeast(Duration.ofSeconds(4), heard.noise());
    }

    @Test
    void knowsNothingOfDigitalSilenceButThatItIsSilent() {
        assertEquals(Duration.ofSeconds(5), listen(new short[40_000]).silence());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 77, 160, 161, 2_000, 8_001})
    void hearsTheSameHoweverTheSoundIsCutAndHoweverOftenItsProcessDies(int samples) {
        short[] sound = Sounds.after(Sounds.silence(1), Sounds.speech("fire"));
        DetectorState state = DetectorState.START;
        for (int start = 0; start < sound.length; start += samples) {
            SpeechDetector restarted = new SpeechDetector(state);
            restarted.accept(Arrays.copyOfRange(sound, start, Math.min(sound.length, start + samples)));
            state = restarted.state();
        }
        SpeechDetector whole = new SpeechDetector(DetectorState.START);
        whole.accept(sound);
        assertEquals(whole.heard(0), new SpeechDetector(state).heard(0));
        assertArrayEquals(whole.state().levels(), state.levels());
    }

    private static Heard listen(short[] sound) {
        SpeechDetector detector = new SpeechDetector(DetectorState.START);
        detector.accept(sound);
        return detector.heard(0);
    }

    private static void assertAtLeast(Duration expected, Duration actual) {
        assertTrue(actual.compareTo(expected) >= 0, () -> "expected at least " + expected + ", was " + actual);
    }
}
