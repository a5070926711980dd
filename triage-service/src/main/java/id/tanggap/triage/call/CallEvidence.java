package id.tanggap.triage.call;

import id.tanggap.triage.audio.Heard;
import id.tanggap.triage.place.Position;
import id.tanggap.triage.policy.CallStatus;
import id.tanggap.triage.policy.CallerKind;
import id.tanggap.triage.policy.CallerRecord;
import id.tanggap.triage.policy.Corroboration;
import id.tanggap.triage.policy.Disposition;
import id.tanggap.triage.policy.Evidence;
import id.tanggap.triage.policy.FieldOutcome;
import id.tanggap.triage.policy.Milestone;
import id.tanggap.triage.policy.Said;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.descriptor.java.Immutability;

/** All that triage has learned of a call, whichever topic spoke first; changed only under its row's lock. */
@Entity
@Table(name = "call_evidence")
public class CallEvidence {

    private static final Duration CHANGED_TO_WITHIN = Duration.ofMinutes(1);

    /** A report's category that intake takes from the synthetic test call alone. */
    private static final String TRIALS = "TEST";

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
    FieldOutcome outcome;

    @Embedded
    ReportColumns said;

    @Embedded
    SoundColumns sound;

    // where the caller is or help is needed, WGS 84 degrees
    Double lat;
    Double lon;
    String listening;
    long soundVersion;

    // when more of it was last heard, by our clock; null while nothing was
    Instant heardAt;

    // what others make of it, as of the last time that it can have changed; null while nobody looked
    // Not copied as JSON at each reading to see whether it has changed: a record does not.
    @Convert(converter = RecordColumn.class)
    @Mutability(Immutability.class)
    CallerRecord callerRecord;

    Integer independentCallers;
    Integer crowd;

    long version;
    long weighedMs;
    Instant changedAt;

    protected CallEvidence() {}

    public String callId() {
        return callId;
    }

    public Optional<String> callerRef() {
        return Optional.ofNullable(callerRef);
    }

    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    public Optional<Disposition> disposition() {
        return Optional.ofNullable(disposition);
    }

    /** Whether it is known to be a trial, which no figure counts and nothing learns from; its report may come before its state. */
    public boolean isTrial() {
        return disposition == Disposition.TEST
                || said().category().filter(TRIALS::equals).isPresent();
    }

    public Optional<Instant> dispositionAt() {
        return Optional.ofNullable(dispositionAt);
    }

    /** What was found in the field, as far as that is known. */
    public Optional<FieldOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** Takes over what was found in the field. */
    public void found(FieldOutcome found) {
        touch();
        outcome = found;
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
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
        // A report that came first may not have said where.
        if (lat == null || !said().reported()) {
            state.position().ifPresent(this::at);
        }
    }

    /** An operator's report. Where help is needed counts more than where the network says the caller is. */
    public void report(CallReport report) {
        touch();
        said = said.with(report);
        callerRef = callerRef == null ? report.callerRef().orElse(null) : callerRef;
        startedAt = startedAt == null ? report.callStartedAt().orElse(null) : startedAt;
        report.position().ifPresent(this::at);
    }

    /** Empty where neither network nor report says. */
    public Optional<Position> position() {
        return lat == null ? Optional.empty() : Optional.of(new Position(lat, lon));
    }

    public Said said() {
        return said.said();
    }

    /** What was heard so far. */
    public Heard heard() {
        return sound.heard();
    }

    /** Grows with each writing of what was heard. */
    public long soundVersion() {
        return soundVersion;
    }

    void heard(Heard heard, String state) {
        Instant now = Instant.now();
        // Sound is written every second, and each new time is a new entry in an index that only forgetting looks at.
        if (changedAt == null || changedAt.plus(CHANGED_TO_WITHIN).isBefore(now)) {
            touch();
        }
        if (heard.total().compareTo(sound.heard().total()) > 0) {
            heardAt = now;
        }
        sound = new SoundColumns(heard);
        listening = state;
        soundVersion++;
    }

    private void at(Position position) {
        lat = position.lat();
        lon = position.lon();
    }

    /**
     * The call is weighed now: tells which milestones have passed since the last time. They go by the sound, which begins at
     * the answer.
     */
    public List<Milestone> weigh() {
        Duration listened = sound.heard().total();
        List<Milestone> passed = Milestone.between(Duration.ofMillis(weighedMs), listened);
        weighedMs = Math.max(weighedMs, listened.toMillis());
        return passed;
    }

    /**
     * The same by the clock, for a call whose sound does not come as far: {@code sinceAnswer} has passed. Of several milestones
     * only the last, which is now; and should sound come yet, it passes them all the same.
     */
    public Optional<Milestone> weighUnheard(Duration sinceAnswer) {
        return isOver() || answeredAt == null
                ? Optional.empty()
                : Milestone.between(Duration.ofMillis(weighedMs), sinceAnswer).stream()
                        .reduce((earlier, later) -> later);
    }

    /** Whether weighing it with that heard would tell of a milestone. */
    public boolean reachesMilestone(Heard heard) {
        return !isOver()
                && !Milestone.between(Duration.ofMillis(weighedMs), heard.total())
                        .isEmpty();
    }

    private void touch() {
        changedAt = Instant.now();
    }

    /** Remembers the caller's record: it is of the call's beginning, so only the caller's other calls can change it. */
    public void remember(CallerRecord record) {
        callerRecord = record;
    }

    /** Remembers what calls nearby say. */
    public void remember(Corroboration others) {
        independentCallers = others.independentCallers();
        crowd = others.crowd();
    }

    /** Whether the caller's record was looked up, or there is no caller to look up. */
    public boolean knowsCaller() {
        return callerRef == null || callerRecord != null;
    }

    public boolean knowsOthers() {
        return independentCallers != null && crowd != null;
    }

    private CallerRecord record() {
        return callerRecord == null ? CallerRecord.UNKNOWN : callerRecord;
    }

    private Corroboration others() {
        return knowsOthers() ? new Corroboration(independentCallers, crowd) : Corroboration.NONE;
    }

    /** The evidence for the policy as of {@code now}, with what is remembered of others. */
    public Evidence evidence(Instant now) {
        return evidence(sound.heard(), now);
    }

    /** The same as if that had been heard. */
    public Evidence evidence(Heard heard, Instant now) {
        return new Evidence(
                caller,
                status,
                answeredAt != null,
                endedAt == null ? running(heard, now) : sinceAnswer(endedAt),
                endedAt == null ? Duration.ZERO : sinceAnswer(endedAt),
                dtmf,
                heard,
                said(),
                Optional.ofNullable(disposition),
                record(),
                others());
    }

    /** By the sound if there is any: it begins at the answer, and a gateway's clock may differ from ours. */
    private Duration running(Heard heard, Instant now) {
        Duration listened = heard.total();
        return listened.isPositive() && answeredAt != null ? listened : sinceAnswer(now);
    }

    private Duration sinceAnswer(Instant moment) {
        return answeredAt == null || moment.isBefore(answeredAt) ? Duration.ZERO : Duration.between(answeredAt, moment);
    }
}
