package id.tanggap.notification.delivery.policy;

/** What came of one attempt to deliver. */
public sealed interface AttemptResult {

    /**
     * The receiver answered with this HTTP status.
     *
     * @param text the beginning of what it said; may repeat what it was told, and so hold personal data
     */
    record Answered(int httpStatus, String text) implements AttemptResult {

        /** An answer without words. */
        public Answered(int httpStatus) {
            this(httpStatus, "");
        }

        @Override
        public String toString() {
            return "Answered[httpStatus=" + httpStatus + "]";
        }
    }

    /** No answer came, for this reason. */
    record Failed(FailureReason reason) implements AttemptResult {}
}
