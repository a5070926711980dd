package id.tanggap.ticket.category.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All reference data as it is at one moment.
 *
 * @param categories by code, in the order in which people see them
 * @param agencies by id, likewise
 * @param holidays by their day, ascending
 */
public record Catalogue(
        Map<String, Category> categories,
        Map<String, Agency> agencies,
        List<AreaRule> rules,
        Map<LocalDate, Holiday> holidays) {

    public Optional<Category> category(String code) {
        return Optional.ofNullable(categories.get(code));
    }

    public Optional<Agency> agency(String id) {
        return Optional.ofNullable(agencies.get(id));
    }

    /** Whether this agency answers then. */
    public boolean onDuty(Agency agency, Instant moment) {
        return agency.duty().holds(moment, this::isHoliday);
    }

    /** Whether offices are closed on this day. */
    public boolean isHoliday(LocalDate day) {
        return holidays.containsKey(day);
    }

    /** The codes from this category up to the top of the tree; only itself if it is unknown. */
    public List<String> path(String code) {
        List<String> path = new ArrayList<>();
        // A circle, which no edit makes, ends where it began.
        for (Optional<String> next = Optional.of(code);
                next.isPresent() && !path.contains(next.get());
                next = next.flatMap(this::category).flatMap(Category::parent)) {
            path.add(next.get());
        }
        return path;
    }
}
