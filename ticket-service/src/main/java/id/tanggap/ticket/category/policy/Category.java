package id.tanggap.ticket.category.policy;

import id.tanggap.ticket.assignment.policy.Role;
import java.util.List;
import java.util.Optional;

/**
 * A kind of report and who answers it; a group of kinds is one, too, for who knows no more.
 *
 * @param code open code, such as {@code FIRE}
 * @param parent the group that it belongs to, empty at the top
 * @param priority EIDO common priority, 0 to 10, 10 the highest
 * @param emergency whether its ticket waits for nothing
 * @param atSea whether it may happen off the coast, outside every desa
 * @param agencies the leading agency first
 * @param active whether reports of it are routed by it; others go to the command centre
 * @param position where people see it, ascending
 * @param version raised by every change, from 1
 */
public record Category(
        String code,
        Optional<String> parent,
        Label label,
        int priority,
        boolean emergency,
        boolean atSea,
        ServiceLevel serviceLevel,
        List<Part> agencies,
        boolean active,
        int position,
        long version)
        implements Versioned<Category> {

    /** What people read. */
    public record Label(String id, String en) {}

    /**
     * One agency's part.
     *
     * @param reporterNeeded whether it must be able to call the reporter back
     */
    public record Part(String agency, Role role, boolean reporterNeeded) {}

    @Override
    public Category withVersion(long other) {
        return new Category(
                code, parent, label, priority, emergency, atSea, serviceLevel, agencies, active, position, other);
    }
}
