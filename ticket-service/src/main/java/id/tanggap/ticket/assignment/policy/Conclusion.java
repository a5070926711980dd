package id.tanggap.ticket.assignment.policy;

import java.util.Optional;

/**
 * How an agency's part came to its end.
 *
 * @param outcome in the agency's own words
 * @param referredTo the agency that has it instead, exactly if the finding is {@link Finding#REFERRED}
 */
public record Conclusion(Optional<Finding> finding, Optional<String> outcome, Optional<String> referredTo) {

    /** Of a part that goes on, or of which nothing was said. */
    public static final Conclusion NONE = new Conclusion(Optional.empty(), Optional.empty(), Optional.empty());
}
