package id.tanggap.intake.api;

import id.tanggap.platform.api.TimedCursor;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** Which part of a list is asked for. */
class PageQuery {

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    @DefaultValue("50")
    @Pattern(regexp = "[1-9]\\d?|[1-4]\\d\\d|500", message = "must be a whole number from 1 to 500")
    String limit;

    int limit() {
        return Integer.parseInt(limit);
    }

    /** The last one of the part before. */
    Optional<TimedCursor> last() {
        return Optional.ofNullable(cursor).map(TimedCursor::read);
    }
}
