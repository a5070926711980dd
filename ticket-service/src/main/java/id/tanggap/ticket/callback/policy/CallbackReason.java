package id.tanggap.ticket.callback.policy;

/** Why somebody must ring back. */
public enum CallbackReason {
    /** The call was answered and ended, and nobody wrote a report or said what it was. */
    SILENT,
    /** The caller hung up before anybody answered. */
    ABANDONED
}
