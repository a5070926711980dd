package id.tanggap.notification.delivery.policy;

/** What came of one attempt to deliver. */
public sealed interface AttemptResult {

    /** The receiver answered with this HTTP status. */
    record Answered(int httpStatus) implements AttemptResult {}

    /** No answer came, for this reason. */
    record Failed(FailureReason reason) implements AttemptResult {}
}
