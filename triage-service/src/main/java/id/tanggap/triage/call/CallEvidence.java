package id.tanggap.triage.call;

import id.tanggap.triage.audio.Heard;
import id.tanggap.triage.policy.CallStatus;
import id.tanggap.triage.policy.CallerKind;
import id.tanggap.triage.policy.CallerRecord;
import id.tanggap.triage.policy.Corroboration;
import id.tanggap.triage.policy.Disposition;
import id.tanggap.triage.policy.Evidence;
import id.tanggap.triage.policy.ReportKind;
import id.tanggap.triage.policy.Said;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** All that triage has learned of a call, whichever topic spoke first; changed only under its row's lock. */
@Entity
@Table(name = "call_evidence")
public class CallEvidence {

    @Id
    String callId;

    String callerRef;

    @Enumerated(EnumType.STRING)
    CallerKind caller;

    @Enumerated(EnumType.STRING)
    CallStatus status;

    Instant startedAt;
    Instant answeredAt;
    Instant endedAt;
    String dtmf;

    @Enumerated(EnumType.STRING)
    Disposition disposition;

    Instant dispositionAt;

    @Enumerated(EnumType.STRING)
    ReportKind report;

    long speechMs;
    long noiseMs;
    long silenceMs;
    long missingChunks;
    String listening;
    long version;
    Instant changedAt;

    protected CallEvidence() {}

    public String callId() {
        return callId;
    }

    public Optional<String> callerRef() {
        return Optional.ofNullable(callerRef);
    }

    public Optional<Instant> dispositionAt() {
        return Optional.ofNullable(dispositionAt);
    }

    public boolean isOver() {
        return status.isOver();
    }

    public long version() {
        return version;
    }

    public long nextVersion() {
        return ++version;
    }

    /** The moment as of which a caller's past counts: the call's own, so that a late event changes nothing. */
    public Instant momentOf(Instant otherwise) {
        return startedAt == null ? otherwise : startedAt;
    }

    /** Takes over the call's state as intake tells it. */
    public void call(CallState state) {
        touch();
        caller = state.caller();
        status = state.status();
        callerRef = state.callerRef().orElse(callerRef);
        startedAt = state.startedAt();
        answeredAt = state.answeredAt().orElse(null);
        endedAt = state.endedAt().orElse(null);
        dtmf = state.dtmf().orElse("");
        disposition = state.disposition().orElse(null);
        dispositionAt = state.dispositionAt().orElse(null);
    }

    /** An operator's report; once a life was at stake, a later report does not take that back. */
    public void report(boolean lifeThreat, Optional<String> reportCallerRef, Optional<Instant> callStartedAt) {
        touch();
        report = lifeThreat || report == ReportKind.LIFE_THREAT ? ReportKind.LIFE_THREAT : ReportKind.REPORT;
        callerRef = callerRef == null ? reportCallerRef.orElse(null) : callerRef;
        startedAt = startedAt == null ? callStartedAt.orElse(null) : startedAt;
    }

    void heard(Heard heard) {
        touch();
        speechMs = heard.speech().toMillis();
        noiseMs = heard.noise().toMillis();
        silenceMs = heard.silence().toMillis();
        missingChunks = heard.missingChunks();
    }

    private void touch() {
        changedAt = Instant.now();
    }

    /** The evidence for the policy as of {@code now}. */
    public Evidence evidence(CallerRecord record, Instant now) {
        return new Evidence(
                caller,
                status,
                answeredAt != null,
                sinceAnswer(endedAt == null ? now : endedAt),
                endedAt == null ? Duration.ZERO : sinceAnswer(endedAt),
                dtmf,
                new Heard(
                        Duration.ofMillis(speechMs),
                        Duration.ofMillis(noiseMs),
                        Duration.ZERO,
                        Duration.ofMillis(silenceMs),
                        Duration.ZERO,
                        Optional.empty(),
                        Duration.ZERO,
                        "",
                        0,
                        Heard.LOWEST_LEVEL,
                        missingChunks),
                Said.of(report),
                Optional.ofNullable(disposition),
                record,
                Corroboration.NONE);
    }

    private Duration sinceAnswer(Instant moment) {
        return answeredAt == null || moment.isBefore(answeredAt) ? Duration.ZERO : Duration.between(answeredAt, moment);
    }
}
