package id.tanggap.ticket.category.policy;

import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.assignment.policy.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds what a proposed rule would break. */
public final class AreaRuleFaults {

    private AreaRuleFaults() {}

    /**
     * All faults, none if it may be kept.
     *
     * @param isArea whether the regency has an area of this code
     */
    public static List<Fault> of(Catalogue catalogue, AreaRule proposed, Predicate<String> isArea) {
        List<Fault> faults = new ArrayList<>();
        proposed.category()
                .filter(code -> catalogue.category(code).isEmpty())
                .ifPresent(code -> faults.add(new Fault("category", "is no category")));
        if (!isArea.test(proposed.area())) {
            faults.add(new Fault("area", "is no kecamatan or desa of the regency"));
        }
        if (catalogue.agency(proposed.agency()).isEmpty()) {
            faults.add(new Fault("agency", "is no agency"));
        }
        if (Trial.isOf(proposed.agency())) {
            faults.add(new Fault("agency", Trial.FAULT));
        }
        proposed.category().filter(Trial::isCategory).ifPresent(code -> faults.add(new Fault("category", Trial.FAULT)));
        List<AreaRule> beside = catalogue.rules().stream()
                .filter(rule -> !rule.id().equals(proposed.id()))
                .filter(rule -> rule.category().equals(proposed.category()))
                .filter(rule -> rule.area().equals(proposed.area()))
                .toList();
        if (beside.stream().anyMatch(rule -> rule.agency().equals(proposed.agency()))) {
            faults.add(new Fault("agency", "another rule gives it a part there"));
        }
        if (proposed.role() == Role.LEAD && beside.stream().anyMatch(rule -> rule.role() == Role.LEAD)) {
            faults.add(new Fault("role", "another rule names who leads there"));
        }
        return List.copyOf(faults);
    }
}
