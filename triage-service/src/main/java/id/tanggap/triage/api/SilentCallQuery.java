package id.tanggap.triage.api;

import id.tanggap.triage.silent.SilentCallList;
import id.tanggap.triage.silent.policy.Step;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** Which procedures are asked for. All parameters are texts, so that a wrong one is named and not just not found. */
class SilentCallQuery {

    @QueryParam("status")
    @Pattern(regexp = "OPEN|CLOSED", message = "must be OPEN or CLOSED")
    String status;

    @QueryParam("step")
    @Pattern(
            regexp = "WATCHING|PROMPT|LISTENING|CALL_BACK_1|CALL_BACK_2|PERSON|PERSON_NOW",
            message = "must be a step of the procedure but the last")
    String step;

    @QueryParam("limit")
    @Pattern(regexp = "[1-9]\\d?|1\\d\\d|200", message = "must be a whole number from 1 to 200")
    String limit;

    @QueryParam("cursor")
    String cursor;

    int limit() {
        return limit == null ? 50 : Integer.parseInt(limit);
    }

    SilentCallList.Filter filter() {
        return new SilentCallList.Filter(
                "CLOSED".equals(status),
                Optional.ofNullable(step).map(Step::valueOf),
                Optional.ofNullable(cursor)
                        .map(Cursor::read)
                        .map(last -> new SilentCallList.After(last.at(), last.id())),
                limit() + 1);
    }
}
