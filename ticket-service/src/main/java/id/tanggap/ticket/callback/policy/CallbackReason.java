package id.tanggap.ticket.callback.policy;

/** Why somebody must ring back. */
public enum CallbackReason {
    /** The call was answered and ended without a report, and nobody said more of it than that nobody was heard. */
    SILENT,
    /** The caller hung up before anybody answered. */
    ABANDONED,
    /** The operator found the caller genuine, and no report came. */
    UNREPORTED,
    /** Nothing more was heard of the call, not even its end. */
    LOST_TRACK
}
