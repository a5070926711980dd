package id.tanggap.triage.api;

import id.tanggap.platform.problem.Problem;
import id.tanggap.triage.priority.RestrictionList;
import id.tanggap.triage.priority.policy.State;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;

/** Which decisions are asked for. */
class RestrictionQuery extends PageQuery {

    @QueryParam("state")
    @Pattern(
            regexp = "PROPOSED|AWAITING_SECOND|ACTIVE|REJECTED|ENDED|EXPIRED",
            message = "must be PROPOSED, AWAITING_SECOND, ACTIVE, REJECTED, ENDED or EXPIRED")
    String state;

    Optional<State> state() {
        return Optional.ofNullable(state).map(State::valueOf);
    }

    Optional<RestrictionList.After> last() {
        return after().map(last -> {
            try {
                return new RestrictionList.After(last.at(), UUID.fromString(last.id()));
            } catch (IllegalArgumentException e) {
                throw Problem.invalid("cursor", "must be the next of an earlier answer");
            }
        });
    }
}
