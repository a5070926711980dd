package id.tanggap.ticket.category.policy;

import id.tanggap.ticket.assignment.policy.Role;
import java.util.List;
import java.util.Optional;

/**
 * Finds the agencies and the priority of a report. Never refuses: a code that the table does not have goes to the command
 * centre.
 */
public final class RoutingPolicy {

    /** The command centre. */
    public static final String CENTRE = "pusat";

    static final Category.Label UNKNOWN = new Category.Label("Lain-lain", "Other");
    static final int UNKNOWN_PRIORITY = 4;
    static final int LIFE_THREAT_PRIORITY = 9;
    static final int HIGHEST = 10;

    private RoutingPolicy() {}

    /**
     * The route of a report. A threat to life makes every category an emergency of at least priority 9, and puts one that
     * is urgent anyway a step above its own kind.
     */
    public static Route route(String code, Optional<Category> category, boolean lifeThreat) {
        int usual = category.map(Category::priority).orElse(UNKNOWN_PRIORITY);
        return new Route(
                code,
                category.isPresent(),
                category.map(Category::label).orElse(UNKNOWN),
                lifeThreat ? Math.min(HIGHEST, Math.max(LIFE_THREAT_PRIORITY, usual + 1)) : usual,
                lifeThreat || category.map(Category::emergency).orElse(false),
                category.map(Category::agencies)
                        .filter(parts -> !parts.isEmpty())
                        .orElse(List.of(new Category.Part(CENTRE, Role.LEAD, true))));
    }
}
