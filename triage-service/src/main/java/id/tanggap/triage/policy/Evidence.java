package id.tanggap.triage.policy;

import id.tanggap.triage.audio.Heard;
import java.time.Duration;
import java.util.Optional;

/**
 * All that is known of a call at one moment; what is not known yet is {@code UNKNOWN}, {@code NONE}, empty or zero.
 *
 * @param answered whether an operator picked up
 * @param talk time from the answer to the end, zero before the end
 * @param dtmf keys pressed, in order
 */
public record Evidence(
        CallerKind caller,
        CallStatus status,
        boolean answered,
        Duration talk,
        String dtmf,
        Heard heard,
        ReportKind report,
        Optional<Disposition> disposition,
        CallerRecord record) {

    public static final Evidence NOTHING = new Evidence(
            CallerKind.UNKNOWN,
            CallStatus.UNKNOWN,
            false,
            Duration.ZERO,
            "",
            Heard.NOTHING,
            ReportKind.NONE,
            Optional.empty(),
            CallerRecord.CLEAN);

    /** Two digits agreed with callers who cannot speak; pressing 5 twice is the United Kingdom's Silent Solution. */
    boolean silentSolution() {
        return dtmf.contains("55");
    }
}
