package id.tanggap.ticket.api;

import id.tanggap.platform.api.TimedCursor;
import id.tanggap.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** Where a list goes on, opaque to clients. */
final class Cursor {

    private Cursor() {}

    static String after(UUID last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** One that is ordered by a time first. */
    static TimedCursor readTimed(String cursor) {
        TimedCursor read = TimedCursor.read(cursor);
        try {
            UUID.fromString(read.id());
            return read;
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("cursor", "must be the next of an earlier answer");
        }
    }

    static UUID read(String cursor) {
        try {
            return UUID.fromString(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("cursor", "must be the next of an earlier answer");
        }
    }
}
