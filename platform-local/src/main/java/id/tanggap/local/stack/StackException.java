package id.tanggap.local.stack;

/** A failure whose message is one line for a person: what is wrong and what to do about it. */
public final class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
