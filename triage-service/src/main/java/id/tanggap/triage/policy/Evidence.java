package id.tanggap.triage.policy;

import id.tanggap.triage.audio.Heard;
import java.time.Duration;
import java.util.Optional;

/**
 * All that is known of a call at one moment; what is not known yet is {@code UNKNOWN}, {@code NOTHING}, empty or zero.
 *
 * @param answered whether an operator picked up
 * @param sinceAnswer time from the answer to now or to the end, zero before the answer
 * @param talk time from the answer to the end, zero before the end
 * @param dtmf keys pressed as the gateway tells, in order
 */
public record Evidence(
        CallerKind caller,
        CallStatus status,
        boolean answered,
        Duration sinceAnswer,
        Duration talk,
        String dtmf,
        Heard heard,
        Said said,
        Optional<Disposition> disposition,
        CallerRecord record,
        Corroboration others) {

    public static final Evidence NOTHING = new Evidence(
            CallerKind.UNKNOWN,
            CallStatus.UNKNOWN,
            false,
            Duration.ZERO,
            Duration.ZERO,
            "",
            Heard.NOTHING,
            Said.NOTHING,
            Optional.empty(),
            CallerRecord.UNKNOWN,
            Corroboration.NONE);

    /** Whether a key was pressed, told by the gateway or heard on the line. */
    public boolean keyPressed() {
        return !dtmf.isEmpty() || !heard.keys().isEmpty();
    }

    /** Two digits agreed with callers who cannot speak; pressing 5 twice is the United Kingdom's Silent Solution. */
    public boolean silentSolution() {
        return dtmf.contains("55") || heard.keys().contains("55");
    }

    /** The same without the operator's word, as a machine alone would see it: what models are trained and judged on. */
    public Evidence beforeDisposition() {
        return new Evidence(
                caller, status, answered, sinceAnswer, talk, dtmf, heard, said, Optional.empty(), record, others);
    }
}
