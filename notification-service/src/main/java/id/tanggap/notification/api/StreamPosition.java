package id.tanggap.notification.api;

import id.tanggap.platform.problem.Problem;
import java.util.OptionalLong;

/** Where a client wants its stream to go on, as it says in a header or, for a first request, in a parameter. */
final class StreamPosition {

    static final String LAST_EVENT_ID = "Last-Event-ID";
    static final String AFTER = "after";

    private StreamPosition() {}

    /** The header's word before the parameter's; empty if there is neither, a 400 problem for what is no position. */
    static OptionalLong of(String lastEventId, String after) {
        return lastEventId != null && !lastEventId.isBlank()
                ? position(LAST_EVENT_ID, lastEventId)
                : position(AFTER, after);
    }

    private static OptionalLong position(String field, String value) {
        if (value == null || value.isBlank()) {
            return OptionalLong.empty();
        }
        try {
            long position = Long.parseLong(value.strip());
            if (position >= 0) {
                return OptionalLong.of(position);
            }
        } catch (NumberFormatException e) {
            // Answered below, together with negative ones.
        }
        throw Problem.invalid(field, "must be the id of an event of this stream, or 0");
    }
}
