package id.tanggap.intake.api;

import id.tanggap.intake.call.CallFilter;
import id.tanggap.intake.call.CallView;
import id.tanggap.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a list goes on, opaque to clients. */
final class Cursor {

    private Cursor() {}

    static String after(CallView last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((last.startedAt() + " " + last.callId()).getBytes(StandardCharsets.UTF_8));
    }

    static CallFilter.After read(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
            if (parts.length == 2 && parts[1].indexOf('\u0000') < 0) {
                Instant startedAt = Instant.parse(parts[0]);
                if (Times.isComparable(startedAt)) {
                    return new CallFilter.After(startedAt, parts[1]);
                }
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // Answered below, with the other unreadable ones.
        }
        throw Problem.invalid("cursor", "must be the next of an earlier answer");
    }
}
