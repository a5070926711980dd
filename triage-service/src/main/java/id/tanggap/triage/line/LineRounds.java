package id.tanggap.triage.line;

import id.tanggap.platform.sweep.SweepLoop;
import id.tanggap.platform.time.Now;
import id.tanggap.platform.tx.OffLoop;
import id.tanggap.triage.audio.Listening;
import id.tanggap.triage.call.CallEvidence;
import id.tanggap.triage.call.Line;
import id.tanggap.triage.line.LineKeeper.Found;
import id.tanggap.triage.line.LineKeeper.Kept;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Listens to calls round by round: what has arrived is heard in one pass of the voice model, and what has to be in the database
 * goes there, many calls in one transaction. One round at a time, so a call's pieces keep their order.
 */
final class LineRounds {

    /** Calls of one transaction: more would hold their rows for long. */
    private static final int CALLS_AT_ONCE = 64;

    private final Arrivals arrivals = new Arrivals();
    private final LiveLines lines = new LiveLines();
    private final Ears ears;
    private final Line hearing;
    private final LineKeeper keeper;
    private final SoundDelay delay;
    private final Now now;
    private final Vertx vertx;
    private final SweepLoop loop;

    LineRounds(Ears ears, Line hearing, LineKeeper keeper, SoundDelay delay, Now now, Vertx vertx) {
        this.ears = ears;
        this.hearing = hearing;
        this.keeper = keeper;
        this.delay = delay;
        this.now = now;
        this.vertx = vertx;
        this.loop = new SweepLoop("sound", this::round, vertx);
    }

    /** Has a look at what waits in memory. */
    void wake() {
        loop.wake();
    }

    /** Begins no further round. */
    void stop() {
        loop.stop();
    }

    /** Takes pieces, those of each call in their order; completes when there is room for more. */
    Uni<Void> take(List<Piece> pieces) {
        Uni<Void> room = arrivals.add(pieces);
        loop.wake();
        return room;
    }

    private Uni<Void> round() {
        List<Piece> pieces = arrivals.next();
        return load(pieces)
                .chain(() -> OffLoop.run(vertx, () -> ears.hear(lines, pieces)))
                .chain(this::keep)
                .invoke(() -> pieces.forEach(piece -> delay.record(piece.at(), now.get())))
                .onFailure()
                // Nothing should fail here; if it does, a record that is never settled would halt its partition in
                // silence.
                .invoke(failure -> pieces.forEach(piece -> piece.receipt().refused(failure)))
                .invoke(() -> {
                    lines.forget(now.get());
                    if (!arrivals.isEmpty()) {
                        loop.wake();
                    }
                });
    }

    /** Reads what is remembered of calls that are not in memory. */
    private Uni<Void> load(List<Piece> pieces) {
        List<String> unknown = pieces.stream()
                .map(Piece::callId)
                .filter(call -> !lines.has(call))
                .distinct()
                .sorted()
                .toList();
        return unknown.isEmpty()
                ? Uni.createFrom().voidItem()
                : keeper.read(unknown)
                        .invoke(all -> all.forEach(found -> open(found, pieces)))
                        .replaceWithVoid();
    }

    private void open(Found found, List<Piece> pieces) {
        switch (found) {
            case Found.Row(CallEvidence row) -> {
                try {
                    lines.put(new LiveLine(row, hearing.resume(row), Optional.empty(), now.get()));
                } catch (RuntimeException e) {
                    refuse(row.callId(), pieces, e);
                }
            }
            case Found.Unreadable(String callId, Throwable why) -> refuse(callId, pieces, why);
        }
    }

    private static void refuse(String callId, List<Piece> pieces, Throwable why) {
        pieces.stream().filter(piece -> piece.callId().equals(callId)).forEach(piece -> piece.receipt()
                .refused(why));
    }

    /** Brings these lines into the database. */
    private Uni<Void> keep(List<LiveLine> due) {
        List<LiveLine> sorted =
                due.stream().sorted(Comparator.comparing(LiveLine::callId)).toList();
        Uni<Void> all = Uni.createFrom().voidItem();
        for (int from = 0; from < sorted.size(); from += CALLS_AT_ONCE) {
            List<LiveLine> some = sorted.subList(from, Math.min(sorted.size(), from + CALLS_AT_ONCE));
            all = all.chain(() -> keeper.keep(some).chain(this::settle));
        }
        return all;
    }

    private Uni<Void> settle(List<Kept> outcomes) {
        List<LiveLine> again = new ArrayList<>();
        for (Kept outcome : outcomes) {
            switch (outcome) {
                case Kept.Stored(LiveLine line, CallEvidence row, var newest) -> lines.put(line.keptIn(row, newest));
                case Kept.Refused(LiveLine line, Throwable why) -> drop(line, why);
                case Kept.Overtaken(LiveLine line, CallEvidence row) ->
                    restart(line, row).ifPresent(again::add);
            }
        }
        return again.isEmpty()
                ? Uni.createFrom().voidItem()
                : OffLoop.run(vertx, () -> ears.hearAgain(lines, again)).chain(this::keep);
    }

    /** Continues from where the row has gone; what is not in it yet is to be heard again. */
    private Optional<LiveLine> restart(LiveLine line, CallEvidence row) {
        try {
            Listening listening = hearing.resume(row);
            LiveLine anew = new LiveLine(row, listening, Optional.empty(), line.heardAt());
            line.unkept().forEach(piece -> anew.took(piece, line.unkeptSince()));
            lines.put(anew);
            return Optional.of(anew);
        } catch (RuntimeException e) {
            drop(line, e);
            return Optional.empty();
        }
    }

    private void drop(LiveLine line, Throwable why) {
        lines.remove(line.callId());
        line.refuseAll(why);
    }
}
