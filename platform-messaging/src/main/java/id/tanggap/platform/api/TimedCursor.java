package id.tanggap.platform.api;

import id.tanggap.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * Where a list that is ordered by time goes on, opaque to clients.
 *
 * @param at time of the last one shown
 * @param id its id
 */
public record TimedCursor(Instant at, String id) {

    public String write() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** What was written so; a validation problem otherwise. */
    public static TimedCursor read(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
            if (parts.length == 2 && parts[1].indexOf('\u0000') < 0) {
                Instant at = Instant.parse(parts[0]);
                if (AskedTime.isComparable(at)) {
                    return new TimedCursor(at, parts[1]);
                }
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // Answered below, with the other unreadable ones.
        }
        throw Problem.invalid("cursor", "must be the next of an earlier answer");
    }
}
