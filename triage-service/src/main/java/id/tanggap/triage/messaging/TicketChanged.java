package id.tanggap.triage.messaging;

import id.tanggap.triage.policy.FieldOutcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Triage's own reading of {@code ticket.ticket.v1}: what agencies found. */
public record TicketChanged(
        @NotBlank @Size(max = 200) String callId,
        @NotBlank String status,
        @NotNull List<@NotNull @Valid Part> assignments) {

    private static final String CLOSED = "CLOSED";
    private static final String NOTHING_THERE = "NOTHING_THERE";

    /** What makes a call worth it. A duplicate is one more who told of what was there. */
    private static final Set<String> THERE = Set.of("FOUND", "DUPLICATE");

    /** An agency's part; a finding of tomorrow teaches nothing. */
    public record Part(String finding) {}

    /**
     * What was found. One agency is enough to find something, but only when all are done is there nothing; a part that was
     * handed on, or of which nothing was said, says neither.
     */
    Optional<FieldOutcome> outcome() {
        Set<String> findings =
                assignments.stream().map(Part::finding).filter(Objects::nonNull).collect(Collectors.toSet());
        if (findings.stream().anyMatch(THERE::contains)) {
            return Optional.of(FieldOutcome.FOUND);
        }
        return Optional.of(FieldOutcome.NOTHING_THERE)
                .filter(nothing -> findings.contains(NOTHING_THERE) && status.equals(CLOSED));
    }
}
