package id.tanggap.intake.api;

import id.tanggap.intake.call.CallFilter;
import id.tanggap.intake.call.Disposition;
import id.tanggap.platform.api.AskedTime;
import id.tanggap.platform.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;

/** Parameters of a list of calls. */
class CallQuery extends PageQuery {

    /** Earliest start, inclusive: a time with its offset, such as 2025-05-20T07:00:00+07:00. */
    @QueryParam("from")
    String from;

    /** Latest start, exclusive. */
    @QueryParam("to")
    String to;

    @QueryParam("disposition")
    String disposition;

    /** One more than asked for, to know whether there are more. */
    CallFilter filter() {
        return new CallFilter(
                Optional.ofNullable(from).map(time -> AskedTime.read("from", time)),
                Optional.ofNullable(to).map(time -> AskedTime.read("to", time)),
                Optional.ofNullable(disposition).map(CallQuery::disposition),
                last().map(last -> new CallFilter.After(last.at(), last.id())),
                limit() + 1);
    }

    private static Disposition disposition(String name) {
        return Arrays.stream(Disposition.values())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Problem.invalid("disposition", "must be one of " + Arrays.toString(Disposition.values())));
    }
}
