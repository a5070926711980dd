package id.tanggap.ticket.assignment.policy;

import java.util.Optional;

/** Which parts of a command belong together, whatever ticket it is of. */
public final class CommandFields {

    /** What is wrong with one field. */
    public record Fault(String field, String detail) {}

    private CommandFields() {}

    /** What is at fault in a command of this agency; empty if nothing is. Whether the named agency exists is not asked. */
    public static Optional<Fault> fault(
            String agency, Action action, Optional<Finding> finding, Optional<String> referTo) {
        if (finding.isPresent() && action != Action.CLOSE) {
            return Optional.of(new Fault("finding", "belongs to CLOSE only"));
        }
        if (finding.equals(Optional.of(Finding.REFERRED))) {
            return Optional.of(new Fault("finding", "follows from REFER, with the agency in referTo"));
        }
        if (action == Action.REFER && referTo.isEmpty()) {
            return Optional.of(new Fault("referTo", "must name the agency in charge"));
        }
        if (action != Action.REFER && referTo.isPresent()) {
            return Optional.of(new Fault("referTo", "belongs to REFER only"));
        }
        if (referTo.equals(Optional.of(agency))) {
            return Optional.of(new Fault("referTo", "must be another agency"));
        }
        if (action == Action.REFER
                && (Trial.isOf(agency) || referTo.filter(Trial::isOf).isPresent())) {
            return Optional.of(new Fault("referTo", Trial.FAULT));
        }
        return Optional.empty();
    }
}
