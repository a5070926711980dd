package id.tanggap.platform.api;

import id.tanggap.platform.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A time that a question states, such as the parameter {@code from} of a list. */
public final class AskedTime {

    /** Java's reach from the year -1000000000 to 1000000000; a UUIDv7 begins here, and PostgreSQL knows no more than the end. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private AskedTime() {}

    /** The time with its offset, such as 2025-05-20T07:00:00+07:00; a validation problem of the field otherwise. */
    public static Instant read(String field, String text) {
        try {
            // An unescaped + arrives as a space.
            Instant time = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (isComparable(time)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Answered below, with the times that the database does not know.
        }
        throw Problem.invalid(field, "must be a time such as 2025-05-20T07:00:00Z");
    }

    /** Whether it can be compared with what is kept. */
    static boolean isComparable(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }
}
