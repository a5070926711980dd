package id.tanggap.triage.policy;

import id.tanggap.triage.audio.Heard;
import java.time.Duration;
import java.util.Optional;

/** Evidence in the words of a test. */
final class EvidenceBuilder {

    private CallerKind caller = CallerKind.SUBSCRIBER;
    private CallStatus status = CallStatus.ANSWERED;
    private boolean answered = true;
    private Duration talk = Duration.ZERO;
    private String dtmf = "";
    private Heard heard = Heard.NOTHING;
    private ReportKind report = ReportKind.NONE;
    private Optional<Disposition> disposition = Optional.empty();
    private CallerRecord record = CallerRecord.CLEAN;

    static EvidenceBuilder answered() {
        return new EvidenceBuilder();
    }

    static EvidenceBuilder abandoned() {
        EvidenceBuilder call = new EvidenceBuilder();
        call.status = CallStatus.ABANDONED;
        call.answered = false;
        return call;
    }

    EvidenceBuilder from(CallerKind kind) {
        caller = kind;
        return this;
    }

    EvidenceBuilder ended(double seconds) {
        status = CallStatus.ENDED;
        talk = time(seconds);
        return this;
    }

    EvidenceBuilder heard(double speech, double noise, double silence) {
        heard = new Heard(time(speech), time(noise), time(silence), 0);
        return this;
    }

    EvidenceBuilder pressed(String keys) {
        dtmf = keys;
        return this;
    }

    EvidenceBuilder report(ReportKind kind) {
        report = kind;
        return this;
    }

    EvidenceBuilder said(Disposition operator) {
        disposition = Optional.of(operator);
        return this;
    }

    EvidenceBuilder past(double hoaxes, double genuine) {
        record = new CallerRecord(hoaxes, genuine);
        return this;
    }

    Evidence build() {
        return new Evidence(caller, status, answered, talk, dtmf, heard, report, disposition, record);
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
