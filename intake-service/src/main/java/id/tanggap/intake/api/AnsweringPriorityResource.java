package id.tanggap.intake.api;

import id.tanggap.intake.caller.PhoneNumbers;
import id.tanggap.intake.priority.AnsweringPriorities;
import id.tanggap.intake.priority.AnsweringPriority;
import id.tanggap.platform.text.Storable;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells the gateway whether a caller is answered in turn or after others; a POST, so that no number is in an address or a log. */
@Path("/api/v1/answering-priority")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.GATEWAY)
public class AnsweringPriorityResource {

    private final PhoneNumbers numbers;
    private final AnsweringPriorities priorities;

    AnsweringPriorityResource(PhoneNumbers numbers, AnsweringPriorities priorities) {
        this.numbers = numbers;
        this.priorities = priorities;
    }

    /**
     * Who calls.
     *
     * @param from the caller's number as the network gave it; absent if withheld
     */
    public record Question(@Size(max = 256) @Storable String from) {

        /** Leaves the number out: it belongs in no log. */
        @Override
        public String toString() {
            return "Question";
        }
    }

    @POST
    @Operation(
            summary = "How to answer a caller",
            description =
                    "NORMAL: in turn; LOWER: after others, never not at all. Whoever cannot be looked up is NORMAL"
                            + " with known=false; treat no answer within your own patience the same.")
    public Uni<AnsweringPriority> ask(@NotNull @Valid Question question) {
        return priorities.of(numbers.callerOf(question.from()));
    }
}
