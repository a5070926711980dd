package id.tanggap.ticket.category.policy;

import id.tanggap.ticket.assignment.policy.Role;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A small catalogue: two groups, offices and services that are always on duty. */
final class Examples {

    static final ServiceLevel LEVEL = new ServiceLevel(
            Optional.of(Duration.ofMinutes(1)),
            Optional.of(Duration.ofMinutes(3)),
            Optional.of(Duration.ofMinutes(15)),
            Optional.of(Duration.ofHours(6)));

    /** A Tuesday. */
    static final Holiday HOLIDAY =
            new Holiday(LocalDate.of(2025, 5, 13), new Category.Label("Waisak", "Vesak Day"), Holiday.Kind.NATIONAL, 1);

    private Examples() {}

    static Catalogue catalogue(AreaRule... rules) {
        Map<String, Category> categories = new LinkedHashMap<>();
        for (Category each : List.of(
                category("SEA", null, 9, true, part("bpbd", Role.LEAD), part("polres", Role.SUPPORT)),
                category("SEA_ACCIDENT", "SEA", 9, true, part("bpbd", Role.LEAD), part("dinkes", Role.SUPPORT)),
                category("FIRE", null, 8, true, part("damkar", Role.LEAD), part("dinkes", Role.SUPPORT)),
                category("WATER", null, 4, false, part("pdam", Role.LEAD)),
                category("SHELTER", null, 4, false, part("damkar", Role.LEAD), part("pdam", Role.SUPPORT)),
                category("EMPTY", null, 3, false))) {
            categories.put(each.code(), each);
        }
        Category old = category("OLD", null, 8, true, part("damkar", Role.LEAD));
        categories.put(
                "OLD",
                new Category(
                        old.code(),
                        old.parent(),
                        old.label(),
                        old.priority(),
                        old.emergency(),
                        old.atSea(),
                        old.serviceLevel(),
                        old.agencies(),
                        false,
                        old.position(),
                        old.version()));
        Map<String, Agency> agencies = new LinkedHashMap<>();
        for (String id : List.of("damkar", "bpbd", "dinkes", "polres", "satpolpp", "uji")) {
            agencies.put(id, agency(id, DutyHours.ALWAYS, null));
        }
        agencies.put("pdam", agency("pdam", office(), "bpbd"));
        agencies.put("pusat", agency("pusat", office(), null));
        return new Catalogue(categories, agencies, List.of(rules), Map.of(HOLIDAY.day(), HOLIDAY));
    }

    static Category category(String code, String parent, int priority, boolean emergency, Category.Part... agencies) {
        return new Category(
                code,
                Optional.ofNullable(parent),
                new Category.Label(code + " id", code + " en"),
                priority,
                emergency,
                code.startsWith("SEA"),
                LEVEL,
                Arrays.asList(agencies),
                true,
                1,
                1);
    }

    static Category.Part part(String agency, Role role) {
        return new Category.Part(agency, role, role == Role.LEAD);
    }

    static Agency agency(String id, DutyHours duty, String standIn) {
        return new Agency(id, new Category.Label(id, id), duty, Optional.ofNullable(standIn), 1, 1);
    }

    /** 07:30 to 16:00, from Monday to Friday. */
    static DutyHours office() {
        return new DutyHours(
                false,
                false,
                Arrays.stream(DayOfWeek.values())
                        .limit(5)
                        .map(day -> new DutyHours.Period(day, LocalTime.of(7, 30), LocalTime.of(16, 0)))
                        .toList());
    }

    static AreaRule rule(String category, String area, Role role, String agency) {
        return new AreaRule(UUID.randomUUID(), Optional.ofNullable(category), area, role, agency, false, 1);
    }
}
