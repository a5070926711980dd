package id.tanggap.ticket.category.policy;

import id.tanggap.ticket.area.policy.Area;
import id.tanggap.ticket.area.policy.Placement;
import id.tanggap.ticket.assignment.policy.Role;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Applies the rules of a place. What a rule says of a category counts more than what one says of its group, that more than
 * what one says of all; among those of one category, a desa's counts more than its kecamatan's. The first that counts names
 * the lead, and all of them name supports.
 */
final class AreaRules {

    private AreaRules() {}

    static void apply(Catalogue catalogue, String category, Placement placement, Parts parts) {
        List<AreaRule> holding = holding(catalogue, category, placement);
        holding.stream()
                .filter(rule -> rule.role() == Role.LEAD)
                .findFirst()
                .ifPresent(rule -> parts.lead(rule.agency(), rule.reporterNeeded()));
        holding.stream()
                .filter(rule -> rule.role() == Role.SUPPORT)
                .forEach(rule -> parts.support(rule.agency(), rule.reporterNeeded()));
    }

    /** Those that hold here, the one that counts most first. */
    private static List<AreaRule> holding(Catalogue catalogue, String category, Placement placement) {
        List<String> path = catalogue.path(category);
        List<String> places = Stream.concat(placement.desa().stream(), placement.answering().stream())
                .map(Area::code)
                .toList();
        return catalogue.rules().stream()
                .filter(rule -> places.contains(rule.area()))
                .filter(rule -> rule.category().map(path::contains).orElse(true))
                .sorted(Comparator.<AreaRule>comparingInt(
                                rule -> rule.category().map(path::indexOf).orElse(path.size()))
                        .thenComparingInt(rule -> places.indexOf(rule.area()))
                        .thenComparing(AreaRule::agency))
                .toList();
    }
}
