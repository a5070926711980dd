package id.tanggap.local.replay.http;

/** A request that was refused for good, or that nobody accepted however often it was sent. */
public final class NotAccepted extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    NotAccepted(int status, String message) {
        super(message);
        this.status = status;
    }

    /** 0 where there was no answer at all. */
    public int status() {
        return status;
    }
}
