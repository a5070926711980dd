package id.tanggap.ticket.api;

import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.category.policy.Category;
import id.tanggap.ticket.category.policy.ServiceLevel;
import java.util.List;
import java.util.Optional;

/**
 * A category and who answers it.
 *
 * @param parent the group that it belongs to, empty at the top
 * @param leadAgency of {@code agencies}, for who needs no more; so is {@code support}
 */
record CategoryView(
        String code,
        Optional<String> parent,
        Category.Label label,
        int priority,
        boolean emergency,
        boolean atSea,
        ServiceLevel serviceLevel,
        String leadAgency,
        List<String> support,
        List<Category.Part> agencies,
        boolean active,
        int position,
        long version) {

    static CategoryView of(Category c) {
        return new CategoryView(
                c.code(),
                c.parent(),
                c.label(),
                c.priority(),
                c.emergency(),
                c.atSea(),
                c.serviceLevel(),
                agencies(c, Role.LEAD).getFirst(),
                agencies(c, Role.SUPPORT),
                c.agencies(),
                c.active(),
                c.position(),
                c.version());
    }

    private static List<String> agencies(Category c, Role role) {
        return c.agencies().stream()
                .filter(part -> part.role() == role)
                .map(Category.Part::agency)
                .toList();
    }
}
