package id.tanggap.ticket.category.policy;

import java.util.List;

/**
 * Where a report goes and how urgently.
 *
 * @param category the code as it was reported
 * @param known whether the reference table has this code
 * @param parts the leading agency first, never empty
 */
public record Route(
        String category,
        boolean known,
        Category.Label label,
        int priority,
        boolean emergency,
        List<Category.Part> parts) {}
