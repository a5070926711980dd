package id.tanggap.triage.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The order of chunks, whatever the network did to it. */
class ListeningTest {

    private static final long CHUNK_MILLIS = 250;

    private static SileroModel model;
    private static LineListener listener;

    private final List<Chunk> chunks = Calls.chunks(Sounds.after(Sounds.silence(1), Sounds.speech("water")), 2_000);
    private final Heard inOrder = hear(chunks);

    @BeforeAll
    static void load() {
        model = SileroModel.load();
        listener = LineListener.with(model);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void hearsChunksInTheirOrder() {
        assertTrue(inOrder.speech().toMillis() > 1_000, inOrder.toString());
        assertEquals(0, inOrder.missingChunks());
    }

    @RepeatedTest(5)
    void hearsTheSameInAnyOrderWithRepeatsAndRestarts(RepetitionInfo run) {
        List<Chunk> shuffled = new ArrayList<>(chunks);
        Random random = new Random(run.getCurrentRepetition());
        for (int start = 0; start + 6 < shuffled.size(); start += 6) {
            Collections.shuffle(shuffled.subList(start, start + 6), random);
        }
        shuffled.add(shuffled.size() / 2, shuffled.getFirst());
        shuffled.add(shuffled.getLast());
        Heard heard = hear(shuffled);
        assertEquals(inOrder.total(), heard.total());
        assertEquals(0, heard.missingChunks());
        Calls.assertNear(inOrder, heard, Duration.ofMillis(32));
    }

    @Test
    void countsAChunkThatNeverComesAsMissingAndNotAsSilence() {
        List<Chunk> lossy = new ArrayList<>(chunks);
        lossy.remove(6);
        Heard heard = hear(lossy);
        assertEquals(1, heard.missingChunks());
        assertEquals(inOrder.total().minusMillis(CHUNK_MILLIS), heard.total());
        assertEquals(inOrder.silence().toMillis(), heard.silence().toMillis(), CHUNK_MILLIS - 1);
    }

    @Test
    void doesNotBridgeAGapOfMinutesWithSilence() {
        List<Chunk> quiet = Calls.chunks(Sounds.silence(4), 2_000);
        List<Chunk> broken = new ArrayList<>(quiet.subList(0, 8));
        quiet.subList(8, 16)
                .forEach(chunk -> broken.add(new Chunk(chunk.seq() + 1_000, chunk.encoding(), chunk.data())));
        Heard heard = hear(broken);
        assertEquals(1_000, heard.missingChunks());
        assertTrue(heard.total().toMillis() <= 4_000, heard.toString());
        assertTrue(heard.longestSilence().toMillis() <= 2_000, heard.toString());
    }

    @Test
    void waitsForAMissingChunkNoLongerThanTwoSeconds() {
        ListeningState state = ListeningState.START;
        for (Chunk chunk : chunks.subList(1, 2 + Listening.MOST_WAITING)) {
            assertEquals(0, listener.resume(state).heard().total().toMillis());
            state = take(state, chunk, true);
        }
        assertEquals(List.of(), state.waiting());
        assertTrue(listener.resume(state).heard().total().toSeconds() >= 2);
    }

    @Test
    void stillHearsAChunkThatComesAfterItWasGivenUpAndHearsItOnce() {
        List<Chunk> late = new ArrayList<>(chunks);
        Chunk straggler = late.remove(6);
        late.addAll(List.of(straggler, straggler));
        Heard heard = hear(late);
        assertEquals(0, heard.missingChunks());
        assertEquals(inOrder.total(), heard.total());
    }

    @Test
    void suspectsAVoiceInAChunkThatComesAfterItWasGivenUp() {
        List<Chunk> chunks = Calls.chunks(Sounds.mix(Sounds.speech("fire"), Sounds.exhaust(10), -16), 12_000);
        Listening call = listener.resume(ListeningState.START);
        listener.hear(call, chunks.get(0), true);
        listener.hear(call, chunks.get(2), false);
        Duration before = call.heard().covered();
        listener.hear(call, chunks.get(1), false);
        Duration late = call.heard().covered().minus(before);
        assertTrue(late.toMillis() > 100, late::toString);
    }

    @Test
    void waitsForNothingOnceTheCallIsOver() {
        ListeningState state = take(ListeningState.START, chunks.get(3), false);
        assertEquals(List.of(), state.waiting());
        assertEquals(3, listener.resume(state).heard().missingChunks());
    }

    @Test
    void staysSmallWhenASequenceLeapsAbsurdly() {
        ListeningState state = take(ListeningState.START, chunks.getFirst(), true);
        state = take(state, new Chunk(Long.MAX_VALUE - 1, AudioEncoding.L16, new byte[320]), false);
        assertTrue(state.missed().size() <= Listening.MOST_MISSED);
        assertEquals(Long.MAX_VALUE - 2, listener.resume(state).heard().missingChunks());
    }

    @Test
    void changesNothingWhenAChunkIsNoSound() {
        Listening call = listener.resume(take(ListeningState.START, chunks.getFirst(), true));
        byte[] before = call.state().ear();
        Chunk half = new Chunk(1, AudioEncoding.L16, new byte[321]);
        assertThrows(IllegalArgumentException.class, () -> listener.hear(call, half, true));
        assertEquals(
                1,
                listener.hear(List.of(new LineListener.Turn(call, half, true))).size());
        assertArrayEquals(before, call.state().ear());
        assertEquals(1, call.state().next());
    }

    @Test
    void refusesAStateThatIsDamagedOrOfAnotherVersion() {
        byte[] ear = take(ListeningState.START, chunks.getFirst(), true).ear();
        byte[] other = ear.clone();
        other[0]++;
        byte[] cut = java.util.Arrays.copyOf(ear, ear.length / 2);
        for (byte[] wrong : List.of(other, cut)) {
            ListeningState state = new ListeningState(1, List.of(), 0, List.of(), wrong);
            assertThrows(IllegalArgumentException.class, () -> listener.resume(state));
        }
    }

    @Test
    void saysWithoutAModelThatAllIsMissingAndStillHearsKeys() {
        LineListener deaf = LineListener.withoutModel();
        Listening call = deaf.resume(ListeningState.START);
        List<Chunk> pressed = Calls.chunks(Sounds.keys("55", 0.1), 2_000);
        pressed.forEach(chunk -> deaf.hear(call, chunk, true));
        assertEquals(pressed.size(), call.heard().missingChunks());
        assertEquals(Duration.ZERO, call.heard().total());
        assertEquals("55", call.heard().keys());
    }

    private static Heard hear(List<Chunk> order) {
        ListeningState state = ListeningState.START;
        for (Chunk chunk : order) {
            state = take(state, chunk, true);
        }
        Listening listening = listener.resume(state);
        listener.finish(listening);
        return listening.heard();
    }

    private static ListeningState take(ListeningState state, Chunk chunk, boolean live) {
        Listening listening = listener.resume(state);
        listener.hear(listening, chunk, live);
        return listening.state();
    }
}
