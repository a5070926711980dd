package id.tanggap.triage.api;

import id.tanggap.triage.silent.SilentCallList;
import id.tanggap.triage.silent.policy.Step;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** Which procedures are asked for. */
class SilentCallQuery extends PageQuery {

    @QueryParam("status")
    @Pattern(regexp = "OPEN|CLOSED", message = "must be OPEN or CLOSED")
    String status;

    @QueryParam("step")
    @Pattern(
            regexp = "WATCHING|PROMPT|LISTENING|CALL_BACK_1|CALL_BACK_2|PERSON|PERSON_NOW",
            message = "must be a step of the procedure but the last")
    String step;

    SilentCallList.Filter filter() {
        return new SilentCallList.Filter(
                "CLOSED".equals(status),
                Optional.ofNullable(step).map(Step::valueOf),
                after().map(last -> new SilentCallList.After(last.at(), last.id())),
                limit() + 1);
    }
}
