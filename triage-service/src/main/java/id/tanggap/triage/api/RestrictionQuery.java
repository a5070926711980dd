package id.tanggap.triage.api;

import id.tanggap.platform.problem.Problem;
import id.tanggap.triage.priority.RestrictionList;
import id.tanggap.triage.priority.policy.State;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;

/** Which decisions are asked for. */
class RestrictionQuery {

    @QueryParam("state")
    @Pattern(
            regexp = "PROPOSED|AWAITING_SECOND|ACTIVE|REJECTED|ENDED|EXPIRED",
            message = "must be PROPOSED, AWAITING_SECOND, ACTIVE, REJECTED, ENDED or EXPIRED")
    String state;

    @QueryParam("limit")
    @Pattern(regexp = "[1-9]\\d?|1\\d\\d|200", message = "must be a whole number from 1 to 200")
    String limit;

    @QueryParam("cursor")
    String cursor;

    int limit() {
        return limit == null ? 50 : Integer.parseInt(limit);
    }

    Optional<State> state() {
        return Optional.ofNullable(state).map(State::valueOf);
    }

    Optional<RestrictionList.After> after() {
        return Optional.ofNullable(cursor).map(Cursor::read).map(last -> {
            try {
                return new RestrictionList.After(last.at(), UUID.fromString(last.id()));
            } catch (IllegalArgumentException e) {
                throw Problem.invalid("cursor", "must be the next of an earlier answer");
            }
        });
    }
}
