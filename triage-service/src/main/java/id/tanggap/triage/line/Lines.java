package id.tanggap.triage.line;

import id.tanggap.platform.time.Now;
import id.tanggap.triage.call.Line;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All calls that this replica listens to, divided by their ids among rounds that know nothing of each other: while one waits
 * for the database another hears.
 */
@ApplicationScoped
public class Lines {

    /** One hears, one waits; with more, the voice model would hear fewer calls at once, which is dearer. */
    private static final int ROUNDS = 2;

    private static final long TICK_MILLIS = 250;

    private final List<LineRounds> rounds;
    private final Vertx vertx;

    Lines(Ears ears, Line hearing, LineKeeper keeper, SoundDelay delay, Now now, Vertx vertx) {
        this.vertx = vertx;
        this.rounds = Stream.generate(() -> new LineRounds(ears, hearing, keeper, delay, now, vertx))
                .limit(ROUNDS)
                .toList();
    }

    void start(@Observes StartupEvent event) {
        // For what waits in memory while nothing more arrives.
        vertx.setPeriodic(TICK_MILLIS, tick -> rounds.forEach(LineRounds::wake));
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.forEach(LineRounds::stop);
    }

    /** Takes pieces, those of each call in their order; completes when there is room for more. */
    public Uni<Void> take(List<Piece> pieces) {
        Map<LineRounds, List<Piece>> divided = pieces.stream().collect(Collectors.groupingBy(this::roundsOf));
        List<Uni<Void>> room = new ArrayList<>();
        divided.forEach((some, theirs) -> room.add(some.take(theirs)));
        return room.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(room).andFailFast().replaceWithVoid();
    }

    private LineRounds roundsOf(Piece piece) {
        return rounds.get(Math.floorMod(piece.callId().hashCode(), ROUNDS));
    }
}
