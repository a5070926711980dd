package id.tanggap.intake.call;

import id.tanggap.intake.call.policy.Progress;
import id.tanggap.intake.call.policy.Signal;
import id.tanggap.intake.call.policy.Timeline;
import id.tanggap.intake.caller.CallerKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A call as far as it is known; changed only under its row's lock. */
@Entity
@Table(name = "phone_call")
public class Call {

    @Id
    String callId;

    Instant announcedAt;
    String announcement;

    @Enumerated(EnumType.STRING)
    CallerKind callerKind;

    String callerRef;
    String callerSealed;
    String called;
    Instant startedAt;
    String location;

    @Enumerated(EnumType.STRING)
    CallStatus status;

    Instant answeredAt;
    Instant endedAt;
    String dtmf;
    String transferredTo;

    @Enumerated(EnumType.STRING)
    Disposition disposition;

    Instant dispositionAt;
    String dispositionBy;
    UUID reportId;
    String assessment;
    long version;

    /** Given by the database with each commit that changes the call. */
    @Column(insertable = false, updatable = false)
    long streamPosition;

    /** When something was last told of it, by the database's clock, which gives it; {@link CallLock} reads every column. */
    @Column(insertable = false, updatable = false)
    Instant changedAt;

    /** When what names anybody was taken out of it; something may have been told of it since. */
    @Column(insertable = false, updatable = false)
    Instant forgottenAt;

    protected Call() {}

    public String callId() {
        return callId;
    }

    public String callerRef() {
        return callerRef;
    }

    /** The caller's number, sealed; null if there is none, or none any more. */
    public String callerSealed() {
        return callerSealed;
    }

    public boolean isAnnounced() {
        return announcedAt != null;
    }

    /**
     * Whether this is what it was announced with. Of a call that was forgotten only what is left of it can be compared: a gateway's next
     * call under an old id starts at another time, and is told so rather than taken for a repeat.
     */
    boolean wasAnnouncedAs(Call other) {
        return announcement == null
                ? startedAt.equals(other.startedAt) && callerKind == other.callerKind && called.equals(other.called)
                : announcement.equals(other.announcement);
    }

    /** Whether what names anybody was taken out of it. */
    boolean isForgotten() {
        return forgottenAt != null;
    }

    /** Takes over what an announcement says. */
    void announce(Call announced) {
        announcedAt = announced.announcedAt;
        announcement = announced.announcement;
        callerKind = announced.callerKind;
        callerRef = announced.callerRef;
        callerSealed = announced.callerSealed;
        called = announced.called;
        startedAt = announced.startedAt;
        location = announced.location;
    }

    public CallerKind callerKind() {
        return callerKind;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Null as long as it is not known to be answered. */
    public Instant answeredAt() {
        return answeredAt;
    }

    /** Whether it is known to be a trial, which no figure counts. */
    public boolean isTest() {
        return disposition == Disposition.TEST;
    }

    public UUID reportId() {
        return reportId;
    }

    /** Takes note that a person has reported what the call is about. */
    public void reported(UUID report) {
        reportId = report;
    }

    /** Stands where all events that were told of it have brought it. Those that its start rules out do not count. */
    void proceed(List<Signal> told) {
        Progress progress = isAnnounced() ? Timeline.since(startedAt, told) : Timeline.of(told);
        status = progress.status();
        answeredAt = progress.answeredAt().orElse(null);
        endedAt = progress.endedAt().orElse(null);
        dtmf = progress.dtmf().orElse(null);
        transferredTo = progress.transferredTo().orElse(null);
    }

    void dispose(Disposition as, String by, Instant at) {
        disposition = as;
        dispositionBy = by;
        dispositionAt = at;
    }
}
