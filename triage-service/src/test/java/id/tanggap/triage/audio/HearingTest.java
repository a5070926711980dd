package id.tanggap.triage.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is heard in sounds that the test makes itself. */
class HearingTest {

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private static SileroModel model;
    private static LineListener listener;

    @BeforeAll
    static void load() {
        model = SileroModel.load();
        listener = LineListener.with(model);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fire", "water", "child"})
    void hearsAVoice(String name) {
        assertAtLeast(ONE_SECOND, listen(Sounds.speech(name)).speech());
    }

    @ParameterizedTest
    @CsvSource({
        "fire, 10",
        "fire, 0",
        "fire, -5",
        "water, 10",
        "water, 0",
        "water, -5",
        "child, 10",
        "child, 0",
        "child, -5"
    })
    void hearsAVoiceOverAnExhaust(String name, double snrDb) {
        short[] mixed = Sounds.mix(Sounds.speech(name), Sounds.exhaust(10), snrDb);
        assertAtLeast(Duration.ofMillis(400), listen(mixed).speech());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fire", "water", "child"})
    void suspectsAVoiceThatAnExhaustCovers(String name) {
        short[] voice = Sounds.speech(name);
        Heard heard = listen(Sounds.mix(voice, Sounds.exhaust(10), -16));
        Heard exhaust = listen(Arrays.copyOf(Sounds.exhaust(10), voice.length));
        assertAtLeast(Duration.ofMillis(1_000), heard.covered());
        assertTrue(exhaust.covered().toMillis() < 300, exhaust::toString);
    }

    @Test
    void aCoveredVoiceIsPartOfTheSoundThatCoversIt() {
        Heard heard = listen(Sounds.mix(Sounds.speech("fire"), Sounds.exhaust(10), -10));
        assertTrue(heard.covered().compareTo(heard.noise()) <= 0, heard::toString);
        assertTrue(heard.covered().isPositive(), heard::toString);
    }

    @Test
    void nobodyIsCoveredByAQuietLine() {
        assertEquals(Duration.ZERO, listen(Sounds.silence(10)).covered());
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
    void tellsWhenTheVoiceBeganAndHowLongNobodySpoke() {
        Heard heard = listen(Sounds.after(Sounds.silence(3), Sounds.speech("fire")));
        assertEquals(3_500, heard.firstSpeech().orElseThrow().toMillis(), 400);
        assertEquals(3_500, heard.longestSilence().toMillis(), 400);
    }

    @Test
    void takesAQuietLineForSilence() {
        Heard heard = listen(Sounds.silence(10));
        assertEquals(Duration.ofSeconds(10), heard.silence());
        assertEquals(Duration.ofSeconds(10), heard.total());
        assertEquals(10_000, heard.longestSilence().toMillis(), 32);
        assertEquals(-50, heard.level(), 3);
    }

    @Test
    void takesDigitalSilenceForSilenceAtTheLowestLevel() {
        Heard heard = listen(new short[40_000]);
        assertEquals(Duration.ofSeconds(5), heard.silence());
        assertEquals(Heard.LOWEST_LEVEL, heard.level());
    }

    @Test
    void partsAddUpToTheTimeListenedTo() {
        Heard heard = listen(Sounds.after(Sounds.after(Sounds.speech("fire"), Sounds.exhaust(3)), Sounds.silence(2)));
        assertEquals(
                heard.total(),
                heard.speech().plus(heard.engine()).plus(heard.other()).plus(heard.silence()));
        assertTrue(!heard.other().isNegative(), heard.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 77, 128, 161, 2_000, 8_001})
    void hearsTheSameHoweverTheSoundIsCut(int samples) {
        short[] sound = Sounds.after(Sounds.silence(1), Sounds.speech("fire"));
        Listening call = listener.resume(ListeningState.START);
        Calls.chunks(sound, samples).forEach(chunk -> listener.hear(call, chunk, true));
        assertEquals(listen(sound), call.heard());
    }

    @ParameterizedTest
    @ValueSource(ints = {77, 250, 2_000})
    void hearsNearlyTheSameHoweverOftenItsProcessDies(int samples) {
        short[] sound = Sounds.after(Sounds.mix(Sounds.speech("fire"), Sounds.exhaust(10), 5), Sounds.keys("5", 0.1));
        ListeningState state = ListeningState.START;
        for (Chunk chunk : Calls.chunks(sound, samples)) {
            Listening restarted = listener.resume(state);
            listener.hear(restarted, chunk, true);
            state = restarted.state();
        }
        Calls.assertNear(listen(sound), listener.resume(state).heard(), Duration.ofMillis(50));
        assertTrue(state.ear().length < 5_000, () -> "a call's state should stay small");
    }

    @Test
    void hearsManyCallsTogetherAsEachAlone() {
        List<short[]> sounds = List.of(
                Sounds.speech("fire"),
                Sounds.silence(5),
                Sounds.speech("water"),
                Sounds.exhaust(4),
                Sounds.speech("child"));
        List<LineListener.Turn> turns = new ArrayList<>();
        List<Listening> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Listening call = listener.resume(ListeningState.START);
            calls.add(call);
            Calls.chunks(sounds.get(i % sounds.size()), 2_000)
                    .forEach(chunk -> turns.add(new LineListener.Turn(call, chunk, true)));
        }
        assertEquals(List.of(), listener.hear(turns));
        for (int i = 0; i < calls.size(); i++) {
            Calls.assertNear(listen(sounds.get(i % sounds.size())), calls.get(i).heard(), Duration.ofMillis(32));
        }
    }

    private static Heard listen(short[] sound) {
        return Calls.hear(listener, sound);
    }

    private static void assertAtLeast(Duration expected, Duration actual) {
        assertTrue(actual.compareTo(expected) >= 0, () -> "expected at least " + expected + ", was " + actual);
    }
}
