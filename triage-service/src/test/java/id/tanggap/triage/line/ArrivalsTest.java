package id.tanggap.triage.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.platform.consume.Receipt;
import id.tanggap.triage.audio.AudioEncoding;
import id.tanggap.triage.audio.Chunk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final Receipt NOBODY = new Receipt() {
        @Override
        public void kept() {}

        @Override
        public void refused(Throwable why) {}
    };

    private final Arrivals arrivals = new Arrivals();

    @Test
    void ofEachCallASecondIsTakenAtOnceInOrder() {
        arrivals.add(pieces("a", 10, 2_000));
        arrivals.add(pieces("b", 3, 2_000));

        assertEquals(List.of("a0", "a1", "a2", "a3", "b0", "b1", "b2"), names(arrivals.next()));
        assertEquals(List.of("a4", "a5", "a6", "a7"), names(arrivals.next()));
        assertFalse(arrivals.isEmpty());
        assertEquals(List.of("a8", "a9"), names(arrivals.next()));
        assertTrue(arrivals.isEmpty());
    }

    @Test
    void aPieceOfManySecondsIsTakenAsAWhole() {
        arrivals.add(pieces("a", 2, 80_000));

        assertEquals(List.of("a0"), names(arrivals.next()));
        assertEquals(List.of("a1"), names(arrivals.next()));
    }

    @Test
    void whoBringsTooManyWaitsUntilThereIsRoom() {
        CompletableFuture<Void> fits =
                arrivals.add(pieces("a", 1, 2_000)).subscribe().asCompletionStage();
        List<Piece> tooMany = new ArrayList<>();
        for (int i = 0; i * 400_000L < Arrivals.ROOM; i++) {
            tooMany.addAll(pieces("call" + i, 1, 400_000));
        }
        CompletableFuture<Void> waits = arrivals.add(tooMany).subscribe().asCompletionStage();

        assertTrue(fits.isDone());
        assertFalse(waits.isDone());
        arrivals.next();
        assertTrue(waits.isDone());
    }

    private static List<Piece> pieces(String call, int count, int bytes) {
        return LongStream.range(0, count)
                .mapToObj(seq ->
                        new Piece(call, new Chunk(seq, AudioEncoding.MU_LAW, new byte[bytes]), Instant.EPOCH, NOBODY))
                .toList();
    }

    private static List<String> names(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.callId() + piece.chunk().seq())
                .toList();
    }
}
