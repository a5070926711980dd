package id.tanggap.triage.api;

import id.tanggap.platform.api.TimedCursor;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** Which part of a list is asked for. All parameters are texts, so that a wrong one is named and not just not found. */
class PageQuery {

    @QueryParam("limit")
    @Pattern(regexp = "[1-9]\\d?|1\\d\\d|200", message = "must be a whole number from 1 to 200")
    String limit;

    @QueryParam("cursor")
    String cursor;

    int limit() {
        return limit == null ? 50 : Integer.parseInt(limit);
    }

    /** The last one of the part before. */
    Optional<TimedCursor> after() {
        return Optional.ofNullable(cursor).map(TimedCursor::read);
    }
}
