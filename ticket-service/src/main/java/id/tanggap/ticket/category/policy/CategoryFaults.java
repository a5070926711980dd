package id.tanggap.ticket.category.policy;

import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.assignment.policy.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what a proposed category would break. */
public final class CategoryFaults {

    private static final Duration LONGEST = Duration.ofDays(90);

    private final Catalogue catalogue;
    private final Category proposed;
    private final List<Fault> faults = new ArrayList<>();

    private CategoryFaults(Catalogue catalogue, Category proposed) {
        this.catalogue = catalogue;
        this.proposed = proposed;
    }

    /** All faults, none if it may be kept. */
    public static List<Fault> of(Catalogue catalogue, Category proposed) {
        var found = new CategoryFaults(catalogue, proposed);
        found.parent();
        found.children();
        found.agencies();
        found.serviceLevel();
        return List.copyOf(found.faults);
    }

    private void parent() {
        proposed.parent().ifPresent(parent -> {
            Optional<Category> group = catalogue.category(parent);
            if (group.isEmpty()) {
                add("parent", "is no category");
            } else if (catalogue.path(parent).contains(proposed.code())) {
                add("parent", "is this category or lies below it");
            } else if (proposed.active() && !group.get().active()) {
                add("parent", "is not active");
            }
        });
    }

    private void children() {
        List<String> active = catalogue.categories().values().stream()
                .filter(Category::active)
                .filter(child -> child.parent().equals(Optional.of(proposed.code())))
                .map(Category::code)
                .toList();
        if (!proposed.active() && !active.isEmpty()) {
            add("active", "must be true while categories below it are active: " + String.join(", ", active));
        }
    }

    private void agencies() {
        Set<String> seen = new HashSet<>();
        boolean led = false;
        for (int i = 0; i < proposed.agencies().size(); i++) {
            Category.Part part = proposed.agencies().get(i);
            String field = "agencies[" + i + "].";
            if (catalogue.agency(part.agency()).isEmpty()) {
                add(field + "agency", "is no agency");
            }
            if (Trial.isOf(part.agency()) != Trial.isCategory(proposed.code())) {
                add(field + "agency", Trial.FAULT);
            }
            if (!seen.add(part.agency())) {
                add(field + "agency", "has a part already");
            }
            if (part.role() == Role.LEAD && led) {
                add(field + "role", "another agency leads already");
            }
            led |= part.role() == Role.LEAD;
        }
        if (!led) {
            add("agencies", "one must lead");
        }
    }

    private void serviceLevel() {
        ServiceLevel level = proposed.serviceLevel();
        Duration before = Duration.ZERO;
        before = step("serviceLevel.accept", before, level.accept());
        before = step("serviceLevel.enRoute", before, level.enRoute());
        before = step("serviceLevel.onScene", before, level.onScene());
        step("serviceLevel.close", before, level.close());
    }

    private Duration step(String field, Duration before, Optional<Duration> time) {
        time.ifPresent(set -> {
            if (!set.isPositive() || set.compareTo(LONGEST) > 0) {
                add(field, "must be more than nothing and at most " + LONGEST.toDays() + " days");
            } else if (set.getNano() != 0) {
                add(field, "must be whole seconds");
            } else if (set.compareTo(before) < 0) {
                add(field, "must not be shorter than the step before");
            }
        });
        return time.filter(set -> set.compareTo(before) > 0).orElse(before);
    }

    private void add(String field, String detail) {
        faults.add(new Fault(field, detail));
    }
}
