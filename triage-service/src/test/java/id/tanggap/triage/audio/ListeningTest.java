package id.tanggap.triage.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ListeningTest {

    private final List<Chunk> chunks = cut(Sounds.after(Sounds.silence(1), Sounds.speech("water")));
    private final Heard inOrder = hear(chunks);

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
        assertEquals(inOrder, hear(shuffled));
    }

    @Test
    void countsAChunkThatNeverComesAsMissingAndNotAsSilence() {
        List<Chunk> lossy = new ArrayList<>(chunks);
        Chunk lost = lossy.remove(6);
        Heard heard = hear(lossy);
        assertEquals(1, heard.missingChunks());
        assertEquals(
                inOrder.total()
                        .minus(Duration.ofMillis(1_000L * lost.data().length / 16_000))
                        .toMillis(),
                heard.total().toMillis(),
                40);
    }

    @Test
    void waitsForAMissingChunkNoLongerThanTwoSeconds() {
        ListeningState state = ListeningState.START;
        for (Chunk chunk : chunks.subList(1, 2 + Listening.MOST_WAITING)) {
            assertEquals(0, new Listening(state).heard().total().toMillis());
            state = take(state, chunk, true);
        }
        assertEquals(List.of(), state.waiting());
        assertTrue(new Listening(state).heard().total().toSeconds() >= 2);
    }

    @Test
    void stillHearsAChunkThatComesAfterItWasGivenUp() {
        List<Chunk> late = new ArrayList<>(chunks);
        late.add(late.remove(6));
        Heard heard = hear(late);
        assertEquals(0, heard.missingChunks());
        assertEquals(inOrder.total().toMillis(), heard.total().toMillis(), 40);
    }

    @Test
    void hearsALateChunkOnce() {
        List<Chunk> late = new ArrayList<>(chunks);
        Chunk straggler = late.remove(6);
        late.addAll(List.of(straggler, straggler));
        assertEquals(inOrder.total().toMillis(), hear(late).total().toMillis(), 40);
    }

    @Test
    void waitsForNothingOnceTheCallIsOver() {
        ListeningState state = take(ListeningState.START, chunks.get(3), false);
        assertEquals(List.of(), state.waiting());
        assertEquals(3, new Listening(state).heard().missingChunks());
    }

    @Test
    void staysSmallWhenASequenceLeapsAbsurdly() {
        ListeningState state = take(ListeningState.START, chunks.getFirst(), true);
        state = take(state, new Chunk(Long.MAX_VALUE - 1, AudioEncoding.L16, new byte[320]), false);
        assertTrue(state.missed().size() <= Listening.MOST_MISSED);
        assertEquals(Long.MAX_VALUE - 2, new Listening(state).heard().missingChunks());
    }

    private static Heard hear(List<Chunk> order) {
        ListeningState state = ListeningState.START;
        for (Chunk chunk : order) {
            state = take(state, chunk, true);
        }
        Listening listening = new Listening(state);
        listening.finish();
        return listening.heard();
    }

    private static ListeningState take(ListeningState state, Chunk chunk, boolean live) {
        Listening listening = new Listening(state);
        listening.accept(chunk, live);
        return listening.state();
    }

    /** Chunks of 250 ms, as a gateway sends them. */
    private static List<Chunk> cut(short[] sound) {
        List<Chunk> chunks = new ArrayList<>();
        for (int start = 0; start < sound.length; start += 2_000) {
            byte[] data = Sounds.l16(Arrays.copyOfRange(sound, start, Math.min(sound.length, start + 2_000)));
            chunks.add(new Chunk(chunks.size(), AudioEncoding.L16, data));
        }
        return chunks;
    }
}
