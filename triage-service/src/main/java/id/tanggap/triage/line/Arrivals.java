package id.tanggap.triage.line;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Pieces that wait for the next round; whoever brings too many waits with them. */
final class Arrivals {

    /** Bytes that wait at most, a second of 250 lines; beyond it they wait in Kafka. */
    static final long ROOM = 4_000_000;

    /** Pieces of one round: the first of them is not told before the last is heard. */
    private static final int AT_ONCE = 512;

    /** Of one call at once, so that after a pause, too, it is assessed about every second and no milestone is passed over. */
    private static final Duration OF_ONE_CALL = Duration.ofSeconds(1);

    /** Linked, for pieces are taken from its middle. */
    private final List<Piece> waiting = new LinkedList<>();

    private CompletableFuture<Void> room = new CompletableFuture<>();
    private long bytes;

    /** Completes when there is room for more. */
    synchronized Uni<Void> add(List<Piece> pieces) {
        pieces.forEach(piece -> bytes += piece.chunk().data().length);
        waiting.addAll(pieces);
        return bytes < ROOM ? Uni.createFrom().voidItem() : Uni.createFrom().completionStage(room);
    }

    /** Takes the pieces of the next round, those of each call in their order. */
    List<Piece> next() {
        List<Piece> taken = new ArrayList<>();
        take(taken).complete(null);
        return taken;
    }

    /** Whom to tell that there is room. */
    private synchronized CompletableFuture<Void> take(List<Piece> taken) {
        Map<String, Duration> lengths = new HashMap<>();
        for (Iterator<Piece> all = waiting.iterator(); all.hasNext() && taken.size() < AT_ONCE; ) {
            Piece piece = all.next();
            Duration before = lengths.getOrDefault(piece.callId(), Duration.ZERO);
            if (before.compareTo(OF_ONE_CALL) < 0) {
                lengths.put(piece.callId(), before.plus(piece.chunk().length()));
                bytes -= piece.chunk().data().length;
                taken.add(piece);
                all.remove();
            }
        }
        CompletableFuture<Void> waiters = room;
        if (bytes >= ROOM) {
            return new CompletableFuture<>();
        }
        room = new CompletableFuture<>();
        return waiters;
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }
}
