package id.tanggap.ticket.category.policy;

import id.tanggap.ticket.area.policy.Placement;
import id.tanggap.ticket.priority.policy.Priority;
import java.util.List;

/**
 * Where a report goes and how urgently.
 *
 * @param category the code as it was reported
 * @param known whether the reference data has this code for reports
 * @param parts the leading agency first, never empty
 * @param placement where its place was found
 */
public record Route(
        String category,
        boolean known,
        Category.Label label,
        Priority priority,
        ServiceLevel serviceLevel,
        List<Category.Part> parts,
        Placement placement) {

    /** Whether its ticket waits for nothing. */
    public boolean emergency() {
        return priority.emergency();
    }
}
