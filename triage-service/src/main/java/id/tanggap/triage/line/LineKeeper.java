package id.tanggap.triage.line;

import id.tanggap.platform.tx.Transactions;
import id.tanggap.triage.assessment.Triage;
import id.tanggap.triage.assessment.VersionedAssessment;
import id.tanggap.triage.call.CallEvidence;
import id.tanggap.triage.call.CallEvidenceStore;
import id.tanggap.triage.call.Line;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.FlushMode;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Brings what was heard into the database, many calls in one transaction. Their rows are locked in the order of their ids,
 * and read anew under the lock: what call events, reports and sweeps have written meanwhile counts, and of the sound's own
 * columns the memory has the newer, if the row still is where the memory continues from.
 */
@ApplicationScoped
class LineKeeper {

    private final Transactions transactions;
    private final CallEvidenceStore calls;
    private final Line hearing;
    private final Triage triage;
    private final Together together;

    LineKeeper(Transactions transactions, CallEvidenceStore calls, Line hearing, Triage triage, Together together) {
        this.transactions = transactions;
        this.calls = calls;
        this.hearing = hearing;
        this.triage = triage;
        this.together = together;
    }

    /** What became of a line. */
    sealed interface Kept {

        LiveLine line();

        /** It is in the database. */
        record Stored(LiveLine line, CallEvidence row, Optional<VersionedAssessment> newest) implements Kept {}

        /** Its row has gone on without it, and is to be continued from. */
        record Overtaken(LiveLine line, CallEvidence row) implements Kept {}

        /** It cannot be written, however often it is tried. */
        record Refused(LiveLine line, Throwable why) implements Kept {}
    }

    /** What is remembered of a call. */
    sealed interface Found {

        record Row(CallEvidence row) implements Found {}

        /** It cannot be read, however often it is tried. */
        record Unreadable(String callId, Throwable why) implements Found {}
    }

    /** Reads the rows of these calls, unlocked; those that nobody has spoken of yet are made. */
    Uni<List<Found>> read(List<String> callIds) {
        return together.run(
                callIds,
                some -> transactions
                        .inTransaction(session -> calls.readAll(session, some))
                        .map(rows -> rows.stream().<Found>map(Found.Row::new).toList()),
                Found.Unreadable::new);
    }

    /** Writes these lines, in the order of their calls. */
    Uni<List<Kept>> keep(List<LiveLine> lines) {
        return together.run(lines, this::write, Kept.Refused::new);
    }

    private Uni<List<Kept>> write(List<LiveLine> lines) {
        List<String> ids = lines.stream().map(LiveLine::callId).toList();
        return transactions.inTransaction(session -> {
            // Nothing that is asked in between hangs on these rows; to compare and write all of them each time is dear.
            session.setFlushMode(FlushMode.COMMIT);
            return calls.lockAll(session, ids)
                    .chain(rows -> triage.expect(session, ids).chain(() -> write(session, lines, rows)));
        });
    }

    private Uni<List<Kept>> write(Mutiny.Session session, List<LiveLine> lines, Map<String, CallEvidence> rows) {
        List<Kept> all = new ArrayList<>();
        Uni<Void> each = Uni.createFrom().voidItem();
        for (LiveLine line : lines) {
            each = each.chain(() -> write(session, line, rows.get(line.callId()))
                    .invoke(all::add)
                    .replaceWithVoid());
        }
        return each.replaceWith(all);
    }

    private Uni<Kept> write(Mutiny.Session session, LiveLine line, CallEvidence row) {
        if (row.soundVersion() != line.row().soundVersion()) {
            return Uni.createFrom().item(new Kept.Overtaken(line, row));
        }
        hearing.keep(row, line.listening());
        Instant newest = line.unkept().getLast().at();
        return triage.heard(session, row, line.told(), newest).map(told -> new Kept.Stored(line, row, told));
    }
}
