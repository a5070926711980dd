package id.tanggap.ticket.category.policy;

import id.tanggap.ticket.assignment.policy.Role;
import java.util.List;

/**
 * A kind of report and who answers it.
 *
 * @param code open code, such as {@code FIRE}
 * @param priority EIDO common priority, 0 to 10, 10 the highest
 * @param emergency whether its ticket waits for nothing
 * @param agencies the leading agency first
 */
public record Category(String code, Label label, int priority, boolean emergency, List<Part> agencies) {

    /** What people read. */
    public record Label(String id, String en) {}

    /**
     * One agency's part.
     *
     * @param reporterNeeded whether it must be able to call the reporter back
     */
    public record Part(String agency, Role role, boolean reporterNeeded) {}
}
