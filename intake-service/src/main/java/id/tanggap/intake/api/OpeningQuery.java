package id.tanggap.intake.api;

import id.tanggap.intake.opening.Openings;
import id.tanggap.platform.api.TimedCursor;
import id.tanggap.platform.problem.Problem;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** Which part of the list of who opened a call. */
class OpeningQuery {

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    @DefaultValue("50")
    @Pattern(regexp = "[1-9]\\d?|[1-4]\\d\\d|500", message = "must be a whole number from 1 to 500")
    String limit;

    int limit() {
        return Integer.parseInt(limit);
    }

    Optional<Openings.Before> before() {
        return Optional.ofNullable(cursor)
                .map(TimedCursor::read)
                .map(last -> new Openings.Before(last.at(), position(last.id())));
    }

    private static long position(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw Problem.invalid("cursor", "must be the next of an earlier answer");
        }
    }
}
