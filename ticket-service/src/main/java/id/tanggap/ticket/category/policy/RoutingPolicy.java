package id.tanggap.ticket.category.policy;

import id.tanggap.ticket.area.policy.Placement;
import id.tanggap.ticket.area.policy.Standing;
import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.priority.policy.Priority;
import id.tanggap.ticket.priority.policy.PriorityPolicy;
import id.tanggap.ticket.priority.policy.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds the agencies and the priority of a report. Never refuses: a code that the catalogue does not have goes to the
 * command centre.
 */
public final class RoutingPolicy {

    /** The command centre. */
    public static final String CENTRE = "pusat";

    static final Category.Label UNKNOWN = new Category.Label("Lain-lain", "Other");
    static final int UNKNOWN_PRIORITY = 4;

    private RoutingPolicy() {}

    /**
     * The route of a report. A category that is no longer active keeps its urgency and loses its agencies.
     *
     * @param told what may raise the category's priority
     * @param at when the report came in: decides which agencies are on duty
     */
    public static Route route(Catalogue catalogue, String code, Told told, Placement placement, Instant at) {
        Optional<Category> category = catalogue.category(code);
        boolean known = category.map(Category::active).orElse(false);
        Priority priority = PriorityPolicy.of(
                category.map(Category::priority).orElse(UNKNOWN_PRIORITY),
                category.map(Category::emergency).orElse(false),
                told);
        return new Route(
                code,
                known,
                category.map(Category::label).orElse(UNKNOWN),
                priority,
                category.map(Category::serviceLevel).orElse(ServiceLevel.NONE),
                parts(catalogue, code, category.filter(c -> known), priority.emergency(), placement, at),
                placement);
    }

    private static List<Category.Part> parts(
            Catalogue catalogue,
            String code,
            Optional<Category> category,
            boolean emergency,
            Placement placement,
            Instant at) {
        Parts parts = new Parts(category.map(Category::agencies).orElse(List.of()));
        if (category.isPresent()) {
            AreaRules.apply(catalogue, code, placement, parts);
        }
        if (parts.lead() == null) {
            parts.lead(CENTRE, true);
        }
        if (emergency) {
            standIn(catalogue, parts, at);
        }
        if (placement.standing() == Standing.OUTSIDE || placement.standing() == Standing.NOT_FOUND) {
            // Beside the others, not before them: help sets out while the centre asks where, or hands over to a
            // neighbour.
            parts.support(CENTRE, true);
        }
        return parts.all();
    }

    /**
     * An emergency does not wait for an office to open: who stands in for one that leads leads, for one that supports supports,
     * and the office finds its part in the morning.
     */
    private static void standIn(Catalogue catalogue, Parts parts, Instant at) {
        Category.Part usual = parts.lead();
        for (Category.Part part : parts.all()) {
            if (part.role() == Role.SUPPORT) {
                standIn(catalogue, part, at).ifPresent(agency -> parts.support(agency.id(), part.reporterNeeded()));
            }
        }
        standIn(catalogue, usual, at).ifPresent(agency -> {
            parts.lead(agency.id(), usual.reporterNeeded());
            parts.support(usual.agency(), usual.reporterNeeded());
        });
    }

    private static Optional<Agency> standIn(Catalogue catalogue, Category.Part usual, Instant at) {
        return catalogue
                .agency(usual.agency())
                .filter(agency -> !catalogue.onDuty(agency, at))
                .flatMap(Agency::standIn)
                .flatMap(catalogue::agency)
                .filter(agency -> catalogue.onDuty(agency, at));
    }
}
