package id.tanggap.ticket.category.policy;

import static id.tanggap.ticket.category.policy.Examples.agency;
import static id.tanggap.ticket.category.policy.Examples.catalogue;
import static id.tanggap.ticket.category.policy.Examples.category;
import static id.tanggap.ticket.category.policy.Examples.office;
import static id.tanggap.ticket.category.policy.Examples.part;
import static id.tanggap.ticket.category.policy.Examples.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.ticket.assignment.policy.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void a_sound_category_has_none() {
        Category sound = category("NEW", "SEA", 5, false, part("bpbd", Role.LEAD), part("polres", Role.SUPPORT));

        assertEquals(List.of(), CategoryFaults.of(catalogue(), sound));
    }

    @Test
    void every_field_at_fault_is_named_at_once() {
        Category broken = category(
                "NEW",
                "NOWHERE",
                5,
                false,
                part("bpbd", Role.LEAD),
                part("nobody", Role.SUPPORT),
                part("polres", Role.LEAD),
                part("bpbd", Role.SUPPORT));

        assertEquals(
                List.of("parent", "agencies[1].agency", "agencies[2].role", "agencies[3].agency"),
                fields(CategoryFaults.of(catalogue(), broken)));
    }

    @Test
    void somebody_must_lead() {
        assertEquals(
                List.of("agencies"),
                fields(CategoryFaults.of(catalogue(), category("NEW", null, 5, false, part("bpbd", Role.SUPPORT)))));
    }

    @Test
    void a_tree_has_no_circle() {
        Category own = category("SEA", "SEA", 9, true, part("bpbd", Role.LEAD));
        Category below = category("SEA", "SEA_ACCIDENT", 9, true, part("bpbd", Role.LEAD));

        assertEquals(List.of("parent"), fields(CategoryFaults.of(catalogue(), own)));
        assertEquals(List.of("parent"), fields(CategoryFaults.of(catalogue(), below)));
    }

    @Test
    void a_group_is_in_use_as_long_as_one_below_it_is() {
        Category group = inactive(category("SEA", null, 9, true, part("bpbd", Role.LEAD)));
        Category under = category("NEW", "OLD", 9, true, part("bpbd", Role.LEAD));

        assertEquals(List.of("active"), fields(CategoryFaults.of(catalogue(), group)));
        assertEquals(List.of("parent"), fields(CategoryFaults.of(catalogue(), under)));
        assertEquals(List.of(), CategoryFaults.of(catalogue(), inactive(under)));
    }

    @Test
    void a_service_level_has_no_step_before_the_one_before() {
        assertEquals(List.of(), levelFaults("PT1M", null, "PT1M", null));
        assertEquals(List.of("serviceLevel.onScene"), levelFaults("PT10M", null, "PT9M", "PT10M"));
        assertEquals(List.of("serviceLevel.accept"), levelFaults("PT0S", null, null, null));
        assertEquals(List.of("serviceLevel.accept"), levelFaults("-PT1M", null, null, null));
        assertEquals(List.of("serviceLevel.enRoute"), levelFaults(null, "PT1.5S", null, null));
        assertEquals(List.of("serviceLevel.close"), levelFaults(null, null, null, "P91D"));
    }

    @Test
    void who_stands_in_is_always_on_duty() {
        Catalogue catalogue = catalogue();

        assertEquals(List.of(), AgencyFaults.of(catalogue, agency("pdam", office(), "damkar")));
        assertEquals(List.of("standIn"), fields(AgencyFaults.of(catalogue, agency("pdam", office(), "pusat"))));
        assertEquals(List.of("standIn"), fields(AgencyFaults.of(catalogue, agency("pdam", office(), "pdam"))));
        assertEquals(List.of("standIn"), fields(AgencyFaults.of(catalogue, agency("pdam", office(), "nobody"))));
        // pdam relies on it.
        assertEquals(List.of("duty.always"), fields(AgencyFaults.of(catalogue, agency("bpbd", office(), null))));
    }

    @Test
    void duty_is_round_the_clock_or_in_periods() {
        DutyHours.Period monday = office().periods().getFirst();

        assertEquals(List.of("duty.periods"), duty(false));
        assertEquals(List.of("duty.periods"), duty(true, monday));
        assertEquals(List.of("duty.periods[1].from"), duty(false, monday, monday));
    }

    @Test
    void a_rule_names_what_there_is() {
        assertEquals(
                List.of("category", "area", "agency"),
                fields(AreaRuleFaults.of(catalogue(), rule("X", "33.21.01", Role.LEAD, "nobody"), area -> false)));
    }

    @Test
    void two_rules_do_not_contradict_each_other() {
        AreaRule kept = rule("SEA", "33.20.10", Role.LEAD, "polres");
        Catalogue catalogue = catalogue(kept);

        assertEquals(List.of("role"), ruleFaults(catalogue, rule("SEA", "33.20.10", Role.LEAD, "damkar")));
        assertEquals(List.of("agency"), ruleFaults(catalogue, rule("SEA", "33.20.10", Role.SUPPORT, "polres")));
        assertEquals(List.of(), ruleFaults(catalogue, rule("SEA", "33.20.11", Role.LEAD, "damkar")));
        assertEquals(List.of(), ruleFaults(catalogue, rule(null, "33.20.10", Role.LEAD, "damkar")));
        assertEquals(List.of(), ruleFaults(catalogue, kept));
    }

    @Test
    void where_trials_go_nothing_else_goes_and_they_go_nowhere_else() {
        Catalogue catalogue = catalogue();
        Category.Part nobody = part("uji", Role.LEAD);

        assertEquals(List.of(), CategoryFaults.of(catalogue, category("TEST", null, 0, false, nobody)));
        assertEquals(
                List.of("agencies[0].agency"),
                fields(CategoryFaults.of(catalogue, category("FIRE", null, 8, true, nobody))));
        assertEquals(
                List.of("agencies[1].agency"),
                fields(CategoryFaults.of(
                        catalogue, category("TEST", null, 0, false, nobody, part("damkar", Role.SUPPORT)))));
        assertEquals(List.of("agency"), ruleFaults(catalogue, rule("SEA", "33.20.10", Role.LEAD, "uji")));
        assertEquals(List.of("standIn"), fields(AgencyFaults.of(catalogue, agency("pdam", office(), "uji"))));
    }

    private static List<String> ruleFaults(Catalogue catalogue, AreaRule rule) {
        return fields(AreaRuleFaults.of(catalogue, rule, area -> true));
    }

    private static List<String> duty(boolean always, DutyHours.Period... periods) {
        return fields(
                AgencyFaults.of(catalogue(), agency("pdam", new DutyHours(always, always, List.of(periods)), null)));
    }

    private static List<String> levelFaults(String accept, String enRoute, String onScene, String close) {
        Category c = category("FIRE", null, 8, true, part("damkar", Role.LEAD));
        return fields(CategoryFaults.of(
                catalogue(),
                new Category(
                        c.code(),
                        c.parent(),
                        c.label(),
                        c.priority(),
                        c.emergency(),
                        c.atSea(),
                        new ServiceLevel(time(accept), time(enRoute), time(onScene), time(close)),
                        c.agencies(),
                        c.active(),
                        c.position(),
                        c.version())));
    }

    private static Optional<Duration> time(String text) {
        return Optional.ofNullable(text).map(Duration::parse);
    }

    private static Category inactive(Category c) {
        return new Category(
                c.code(),
                c.parent(),
                c.label(),
                c.priority(),
                c.emergency(),
                c.atSea(),
                c.serviceLevel(),
                c.agencies(),
                false,
                c.position(),
                c.version());
    }

    private static List<String> fields(List<Fault> faults) {
        return faults.stream().map(Fault::field).toList();
    }
}
