package id.tanggap.ticket.category.policy;

import id.tanggap.ticket.assignment.policy.Role;
import java.util.ArrayList;
import java.util.List;

/** The parts of a ticket while they are being found: one leads, and no agency is there twice. */
final class Parts {

    private Category.Part lead;
    private final List<Category.Part> support = new ArrayList<>();

    Parts(List<Category.Part> usual) {
        for (Category.Part part : usual) {
            if (part.role() == Role.LEAD) {
                lead = part;
            } else {
                support.add(part);
            }
        }
    }

    Category.Part lead() {
        return lead;
    }

    /** Has this agency lead; the one that led before leaves. */
    void lead(String agency, boolean reporterNeeded) {
        support.removeIf(part -> part.agency().equals(agency));
        lead = new Category.Part(agency, Role.LEAD, reporterNeeded);
    }

    /** Has this agency support, unless it has a part already. */
    void support(String agency, boolean reporterNeeded) {
        if (all().stream().noneMatch(part -> part.agency().equals(agency))) {
            support.add(new Category.Part(agency, Role.SUPPORT, reporterNeeded));
        }
    }

    /** The leading agency first. */
    List<Category.Part> all() {
        List<Category.Part> all = new ArrayList<>();
        if (lead != null) {
            all.add(lead);
        }
        all.addAll(support);
        return List.copyOf(all);
    }
}
