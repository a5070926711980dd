package id.tanggap.triage.model;

/** A model that must not be used; the message says what is wrong with it. */
public class BrokenModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenModelException(String message) {
        super(message);
    }

    public BrokenModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
