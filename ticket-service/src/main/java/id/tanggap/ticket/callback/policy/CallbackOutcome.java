package id.tanggap.ticket.callback.policy;

/** How a call-back task came to its end. */
public enum CallbackOutcome {
    /** Somebody answered and needs help. */
    REACHED_GENUINE(true),
    /** Somebody answered and needs no help. */
    REACHED_NO_HELP_NEEDED(true),
    /** Nobody answered, after the tries that the command centre's rules ask for. */
    NOT_REACHED(true),
    /** There is no number to ring. */
    NO_NUMBER(true),
    /** A report of the call arrived after all. */
    REPORTED(false),
    /** A person said that the caller needs nothing. */
    DISPOSED(false),
    /** Nobody was heard, and neither a number nor a place leads to the caller. */
    UNTRACEABLE(false);

    private final boolean byOperator;

    CallbackOutcome(boolean byOperator) {
        this.byOperator = byOperator;
    }

    /** Whether an operator may give it as the outcome; the others are found by the service itself. */
    public boolean isByOperator() {
        return byOperator;
    }

    /** Whether another word on the call may show that somebody must ring back after all. */
    public boolean isRevocable() {
        return this == DISPOSED || this == UNTRACEABLE;
    }
}
