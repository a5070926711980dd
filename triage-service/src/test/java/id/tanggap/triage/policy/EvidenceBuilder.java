package id.tanggap.triage.policy;

import id.tanggap.triage.audio.Heard;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Evidence in the words of a test. */
public final class EvidenceBuilder {

    private CallerKind caller = CallerKind.SUBSCRIBER;
    private CallStatus status = CallStatus.ANSWERED;
    private boolean answered = true;
    private Duration sinceAnswer = Duration.ZERO;
    private Duration talk = Duration.ZERO;
    private String dtmf = "";
    private Heard heard = Heard.NOTHING;
    private Said said = Said.NOTHING;
    private Optional<Disposition> disposition = Optional.empty();
    private CallerRecord record = CallerRecord.CLEAN;
    private Corroboration others = Corroboration.NONE;

    public static EvidenceBuilder answered() {
        return new EvidenceBuilder();
    }

    public static EvidenceBuilder abandoned() {
        EvidenceBuilder call = new EvidenceBuilder();
        call.status = CallStatus.ABANDONED;
        call.answered = false;
        return call;
    }

    public EvidenceBuilder from(CallerKind kind) {
        caller = kind;
        return this;
    }

    public EvidenceBuilder ended(double seconds) {
        status = CallStatus.ENDED;
        talk = time(seconds);
        sinceAnswer = talk;
        return this;
    }

    public EvidenceBuilder heard(double speech, double noise, double silence) {
        heard = of(time(speech), time(noise), time(silence), 0);
        return this;
    }

    static Heard of(Duration speech, Duration engine, Duration silence, long missingChunks) {
        return new Heard(
                speech,
                engine,
                Duration.ZERO,
                silence,
                Duration.ZERO,
                Duration.ZERO,
                Optional.of(Duration.ZERO).filter(start -> speech.isPositive()),
                engine.plus(silence),
                "",
                0,
                -30,
                missingChunks);
    }

    public EvidenceBuilder pressed(String keys) {
        dtmf = keys;
        return this;
    }

    public EvidenceBuilder report(ReportKind kind) {
        said = new Said(
                kind, Optional.empty(), kind == ReportKind.LIFE_THREAT ? Set.of(Indicator.LIFE_THREAT) : Set.of(), 0);
        return this;
    }

    public EvidenceBuilder said(Disposition operator) {
        disposition = Optional.of(operator);
        return this;
    }

    public EvidenceBuilder past(double hoaxes, double genuine) {
        return past(record(hoaxes, genuine));
    }

    public EvidenceBuilder past(CallerRecord caller) {
        record = caller;
        return this;
    }

    public EvidenceBuilder since(double seconds) {
        sinceAnswer = time(seconds);
        return this;
    }

    public EvidenceBuilder said(Said words) {
        said = words;
        return this;
    }

    public EvidenceBuilder heard(Heard sound) {
        heard = sound;
        return this;
    }

    public EvidenceBuilder others(int independent, int crowd) {
        others = new Corroboration(independent, crowd);
        return this;
    }

    /** A known caller with this many pranks and calls with a real need, decayed. */
    public static CallerRecord record(double pranks, double genuine) {
        return new CallerRecord(true, 0, pranks, 0, 0, genuine, 0, 0, 0, 0, 0, false);
    }

    public Evidence build() {
        return new Evidence(
                caller, status, answered, sinceAnswer, talk, dtmf, heard, said, disposition, record, others);
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
