package id.tanggap.triage.line;

import id.tanggap.triage.assessment.VersionedAssessment;
import id.tanggap.triage.audio.Listening;
import id.tanggap.triage.call.CallEvidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call that is being listened to, in the memory of this replica: its row as last seen in the database, and what was heard
 * since. The row is the truth and this a head start on it: if the row's sound is not what this continues from, it is thrown
 * away, and the pieces that are not in the database yet are heard again from there. One round at a time touches it.
 */
final class LiveLine {

    private final CallEvidence row;
    private final Listening listening;
    private final Optional<VersionedAssessment> told;
    private final List<Piece> unkept = new ArrayList<>();
    private Instant heardAt;
    private Instant unkeptSince;

    /**
     * Continues from what the row remembers; it belongs to no session any more.
     *
     * @param told what was last told of the call, if this replica knows
     */
    LiveLine(CallEvidence row, Listening listening, Optional<VersionedAssessment> told, Instant now) {
        this.row = row;
        this.listening = listening;
        this.told = told;
        this.heardAt = now;
        this.unkeptSince = now;
    }

    String callId() {
        return row.callId();
    }

    CallEvidence row() {
        return row;
    }

    Listening listening() {
        return listening;
    }

    Optional<VersionedAssessment> told() {
        return told;
    }

    List<Piece> unkept() {
        return unkept;
    }

    boolean isKept() {
        return unkept.isEmpty();
    }

    Instant heardAt() {
        return heardAt;
    }

    /** When the first piece came that is not in the database. */
    Instant unkeptSince() {
        return unkeptSince;
    }

    void took(Piece piece, Instant now) {
        unkeptSince = unkept.isEmpty() ? now : unkeptSince;
        heardAt = now;
        unkept.add(piece);
    }

    /** It is no sound after all, and has changed nothing. */
    void refused(Piece piece, Throwable why) {
        unkept.remove(piece);
        piece.receipt().refused(why);
    }

    void refuseAll(Throwable why) {
        unkept.forEach(piece -> piece.receipt().refused(why));
        unkept.clear();
    }

    /** All that was heard is in the database, in this row. */
    LiveLine keptIn(CallEvidence stored, Optional<VersionedAssessment> newest) {
        unkept.forEach(piece -> piece.receipt().kept());
        return new LiveLine(stored, listening, newest, heardAt);
    }
}
