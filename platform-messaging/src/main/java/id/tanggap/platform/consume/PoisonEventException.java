package id.tanggap.platform.consume;

/** A record that can never be handled, however often it is tried: it belongs in the dead-letter queue. */
public class PoisonEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PoisonEventException(String reason) {
        super(reason);
    }

    public PoisonEventException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
