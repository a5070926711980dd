package id.tanggap.ticket.category.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.ticket.assignment.policy.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingPolicyTest {

    @Test
    void a_known_category_goes_to_its_agencies_with_its_priority() {
        Route route = RoutingPolicy.route("FIRE", Optional.of(category(8, true)), false);

        assertEquals(8, route.priority());
        assertTrue(route.emergency());
        assertEquals(
                List.of("damkar", "dinkes"),
                route.parts().stream().map(Category.Part::agency).toList());
    }

    @Test
    void an_unknown_category_goes_to_the_command_centre_which_may_ring_back() {
        Route route = RoutingPolicy.route("METEOR", Optional.empty(), false);

        assertEquals("METEOR", route.category());
        assertEquals(List.of(new Category.Part("pusat", Role.LEAD, true)), route.parts());
        assertFalse(route.known());
        assertFalse(route.emergency());
    }

    @Test
    void a_category_without_agencies_is_nobody_elses_than_the_command_centres() {
        Category empty = new Category("X1", new Category.Label("x", "x"), 3, false, List.of());

        assertEquals(
                "pusat",
                RoutingPolicy.route("X1", Optional.of(empty), false)
                        .parts()
                        .getFirst()
                        .agency());
    }

    @ParameterizedTest(name = "priority {0} with a threat to life: {1}")
    @CsvSource({"0, 9", "4, 9", "8, 9", "9, 10", "10, 10"})
    void a_threat_to_life_raises_every_priority(int usual, int raised) {
        Route route = RoutingPolicy.route("ANY", Optional.of(category(usual, false)), true);

        assertEquals(raised, route.priority());
        assertTrue(route.emergency());
    }

    @Test
    void a_threat_to_life_of_an_unknown_kind_is_an_emergency() {
        Route route = RoutingPolicy.route("METEOR", Optional.empty(), true);

        assertTrue(route.emergency());
        assertEquals(9, route.priority());
    }

    private static Category category(int priority, boolean emergency) {
        return new Category(
                "ANY",
                new Category.Label("Apa saja", "Anything"),
                priority,
                emergency,
                List.of(
                        new Category.Part("damkar", Role.LEAD, true),
                        new Category.Part("dinkes", Role.SUPPORT, false)));
    }
}
