package id.tanggap.ticket.category.policy;

import static id.tanggap.ticket.category.policy.Examples.catalogue;
import static id.tanggap.ticket.category.policy.Examples.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.ticket.area.policy.Area;
import id.tanggap.ticket.area.policy.Placement;
import id.tanggap.ticket.area.policy.Standing;
import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.priority.policy.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingPolicyTest {

    /** A Tuesday, 10:00 in Jepara. */
    private static final Instant DAY = Instant.parse("2025-05-20T03:00:00Z");

    private static final Instant NIGHT = Instant.parse("2025-05-20T19:00:00Z");

    private static final Told CALM = new Told(false, Set.of());
    private static final Told GRAVE = new Told(true, Set.of());

    private static final Optional<Area> KARIMUNJAWA = Optional.of(new Area("33.20.10", "Karimunjawa"));
    private static final Optional<Area> PARANG = Optional.of(new Area("33.20.10.2003", "Parang"));
    private static final Placement ON_PARANG = placement(Standing.INSIDE, KARIMUNJAWA, PARANG, Optional.empty());
    private static final Placement ELSEWHERE =
            placement(Standing.INSIDE, Optional.of(new Area("33.20.06", "Jepara")), Optional.empty(), Optional.empty());

    @Test
    void a_known_category_goes_to_its_agencies_with_its_priority_and_service_level() {
        Route route = RoutingPolicy.route(catalogue(), "FIRE", CALM, Placement.UNKNOWN, DAY);

        assertEquals(8, route.priority().level());
        assertTrue(route.emergency());
        assertTrue(route.known());
        assertEquals(Examples.LEVEL, route.serviceLevel());
        assertEquals("damkar LEAD, dinkes SUPPORT", parts(route));
    }

    @Test
    void an_unknown_category_goes_to_the_command_centre_which_may_ring_back() {
        Route route = RoutingPolicy.route(catalogue(), "METEOR", CALM, Placement.UNKNOWN, DAY);

        assertEquals("METEOR", route.category());
        assertEquals(List.of(new Category.Part("pusat", Role.LEAD, true)), route.parts());
        assertFalse(route.known());
        assertFalse(route.emergency());
    }

    @Test
    void a_category_out_of_use_goes_to_the_command_centre_as_urgently_as_ever() {
        Route route = RoutingPolicy.route(catalogue(), "OLD", CALM, ON_PARANG, NIGHT);

        assertEquals("pusat LEAD", parts(route));
        assertFalse(route.known());
        assertTrue(route.emergency());
        assertEquals(8, route.priority().level());
        assertEquals("OLD id", route.label().id());
    }

    @Test
    void a_category_without_agencies_is_nobody_elses_than_the_command_centres() {
        assertEquals("pusat LEAD", parts(RoutingPolicy.route(catalogue(), "EMPTY", CALM, ELSEWHERE, DAY)));
    }

    @ParameterizedTest(name = "{0} with a threat to life: {1}")
    @CsvSource({"EMPTY, 9", "WATER, 9", "FIRE, 9", "SEA, 10", "METEOR, 9"})
    void a_threat_to_life_raises_every_priority(String category, int raised) {
        Route route = RoutingPolicy.route(catalogue(), category, GRAVE, Placement.UNKNOWN, DAY);

        assertEquals(raised, route.priority().level());
        assertTrue(route.emergency());
    }

    @ParameterizedTest(name = "{0}, threat to life {1}, by day {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "WATER  | true  | true  | pdam LEAD",
                "WATER  | true  | false | bpbd LEAD, pdam SUPPORT",
                // What can wait waits for the office to open.
                "WATER  | false | false | pdam LEAD",
                // Who files a report at night sits in the centre.
                "METEOR | true  | false | pusat LEAD",
                "FIRE   | true  | false | damkar LEAD, dinkes SUPPORT",
                // An office that only supports has somebody stand in, too.
                "SHELTER | true  | false | damkar LEAD, pdam SUPPORT, bpbd SUPPORT",
                "SHELTER | true  | true  | damkar LEAD, pdam SUPPORT",
                "SHELTER | false | false | damkar LEAD, pdam SUPPORT"
            })
    void an_emergency_does_not_wait_for_an_office_to_open(
            String category, boolean lifeThreat, boolean byDay, String expected) {
        Route route = RoutingPolicy.route(
                catalogue(), category, lifeThreat ? GRAVE : CALM, Placement.UNKNOWN, byDay ? DAY : NIGHT);

        assertEquals(expected, parts(route));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "FIRE         | INSIDE    | damkar LEAD, dinkes SUPPORT",
                "FIRE         | UNKNOWN   | damkar LEAD, dinkes SUPPORT",
                "FIRE         | OUTSIDE   | damkar LEAD, dinkes SUPPORT, pusat SUPPORT",
                "FIRE         | NOT_FOUND | damkar LEAD, dinkes SUPPORT, pusat SUPPORT",
                "SEA_ACCIDENT | OFFSHORE  | bpbd LEAD, dinkes SUPPORT",
                "SEA_ACCIDENT | OUTSIDE   | bpbd LEAD, dinkes SUPPORT, pusat SUPPORT",
                // It leads already.
                "METEOR       | OUTSIDE   | pusat LEAD"
            })
    void what_lies_outside_the_regency_is_the_command_centres_too(String category, Standing standing, String expected) {
        Route route = RoutingPolicy.route(
                catalogue(), category, CALM, placement(standing, Optional.empty(), Optional.empty(), KARIMUNJAWA), DAY);

        assertEquals(expected, parts(route));
        assertEquals(standing, route.placement().standing());
    }

    @Test
    void the_centre_may_ring_back_about_a_place_outside() {
        Placement outside = placement(Standing.OUTSIDE, Optional.empty(), Optional.empty(), KARIMUNJAWA);

        assertTrue(RoutingPolicy.route(catalogue(), "FIRE", CALM, outside, DAY)
                .parts()
                .getLast()
                .reporterNeeded());
    }

    @Test
    void a_rule_holds_in_its_area_only_and_for_what_lies_below_its_category() {
        Catalogue catalogue = catalogue(rule("SEA", "33.20.10", Role.LEAD, "polres"));

        assertEquals("polres LEAD, dinkes SUPPORT", parts(sea(catalogue, ON_PARANG)));
        assertEquals("bpbd LEAD, dinkes SUPPORT", parts(sea(catalogue, ELSEWHERE)));
        assertEquals("bpbd LEAD, dinkes SUPPORT", parts(sea(catalogue, Placement.UNKNOWN)));
        assertEquals(
                "damkar LEAD, dinkes SUPPORT", parts(RoutingPolicy.route(catalogue, "FIRE", CALM, ON_PARANG, DAY)));
    }

    @Test
    void off_the_coast_the_rules_of_the_nearest_kecamatan_hold() {
        Catalogue catalogue = catalogue(rule("SEA", "33.20.10", Role.LEAD, "polres"));
        Placement offshore = placement(Standing.OFFSHORE, Optional.empty(), Optional.empty(), KARIMUNJAWA);

        assertEquals("polres LEAD, dinkes SUPPORT", parts(sea(catalogue, offshore)));
    }

    @Test
    void who_led_leaves_unless_a_rule_keeps_it_and_nobody_has_two_parts() {
        Catalogue catalogue = catalogue(
                rule("SEA", "33.20.10", Role.LEAD, "dinkes"),
                rule("SEA", "33.20.10", Role.SUPPORT, "bpbd"),
                rule("SEA_ACCIDENT", "33.20.10", Role.SUPPORT, "bpbd"),
                rule(null, "33.20.10.2003", Role.SUPPORT, "dinkes"));

        assertEquals("dinkes LEAD, bpbd SUPPORT", parts(sea(catalogue, ON_PARANG)));
    }

    /** The category counts first, nearest up the tree; then the area, the desa before its kecamatan. */
    @Test
    void the_most_specific_rule_names_who_leads() {
        List<AreaRule> fromMostSpecific = List.of(
                rule("SEA_ACCIDENT", "33.20.10.2003", Role.LEAD, "damkar"),
                rule("SEA_ACCIDENT", "33.20.10", Role.LEAD, "polres"),
                rule("SEA", "33.20.10.2003", Role.LEAD, "satpolpp"),
                rule("SEA", "33.20.10", Role.LEAD, "pusat"),
                rule(null, "33.20.10.2003", Role.LEAD, "dinkes"),
                rule(null, "33.20.10", Role.LEAD, "pdam"));
        for (int i = 0; i < fromMostSpecific.size(); i++) {
            // Whatever the order in which they are kept.
            Catalogue catalogue = catalogue(fromMostSpecific
                    .subList(i, fromMostSpecific.size())
                    .reversed()
                    .toArray(AreaRule[]::new));

            assertEquals(
                    fromMostSpecific.get(i).agency(),
                    sea(catalogue, ON_PARANG).parts().getFirst().agency());
        }
    }

    private static Route sea(Catalogue catalogue, Placement placement) {
        return RoutingPolicy.route(catalogue, "SEA_ACCIDENT", CALM, placement, DAY);
    }

    private static String parts(Route route) {
        return route.parts().stream()
                .map(part -> part.agency() + " " + part.role())
                .collect(Collectors.joining(", "));
    }

    private static Placement placement(
            Standing standing, Optional<Area> kecamatan, Optional<Area> desa, Optional<Area> nearest) {
        return new Placement(standing, kecamatan, desa, nearest, nearest.map(area -> 7), false);
    }
}
