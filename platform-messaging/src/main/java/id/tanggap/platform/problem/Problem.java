package id.tanggap.platform.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Thrown to answer a request with an RFC 9457 problem. */
public class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<FieldFault> faults = new ArrayList<>();
    private transient Duration retryAfter;

    private Problem(ProblemType type, String detail, Throwable cause) {
        // No stack trace: it answers a client's mistake or a known outage and is made often.
        super(detail, cause, false, false);
        this.type = type;
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, null);
    }

    public static Problem of(ProblemType type, String detail, Throwable cause) {
        return new Problem(type, detail, cause);
    }

    /** A {@link ProblemType#VALIDATION} problem of one field. */
    public static Problem invalid(String field, String detail) {
        return of(ProblemType.VALIDATION, field + ": " + detail).field(field, detail);
    }

    /** Names a field at fault. */
    public Problem field(String field, String detail) {
        faults.add(new FieldFault(field, detail));
        return this;
    }

    /** Asks the client to come again after this long, in whole seconds (RFC 9110, 10.2.3). */
    public Problem retryAfter(Duration wait) {
        retryAfter = wait;
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public List<FieldFault> faults() {
        return List.copyOf(faults);
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
