package id.tanggap.triage.policy;

import id.tanggap.triage.audio.Heard;
import java.time.Duration;
import java.util.Optional;

/** Evidence in the words of a test. */
public final class EvidenceBuilder {

    private CallerKind caller = CallerKind.SUBSCRIBER;
    private CallStatus status = CallStatus.ANSWERED;
    private boolean answered = true;
    private Duration talk = Duration.ZERO;
    private String dtmf = "";
    private Heard heard = Heard.NOTHING;
    private ReportKind report = ReportKind.NONE;
    private Optional<Disposition> disposition = Optional.empty();
    private CallerRecord record = CallerRecord.CLEAN;

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
        report = kind;
        return this;
    }

    public EvidenceBuilder said(Disposition operator) {
        disposition = Optional.of(operator);
        return this;
    }

    public EvidenceBuilder past(double hoaxes, double genuine) {
        record = new CallerRecord(hoaxes, genuine);
        return this;
    }

    public Evidence build() {
        return new Evidence(caller, status, answered, talk, dtmf, heard, report, disposition, record);
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
