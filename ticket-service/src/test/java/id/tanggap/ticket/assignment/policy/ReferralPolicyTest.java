package id.tanggap.ticket.assignment.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.ticket.assignment.policy.ReferralPolicy.Part;
import id.tanggap.ticket.assignment.policy.ReferralPolicy.Referral;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferralPolicyTest {

    private static final Part WATER =
            new Part("pdam", Role.LEAD, true, AssignmentStatus.RESOURCES_ASSIGNED, Optional.empty());

    @Test
    void the_named_agency_takes_over_the_role_and_the_reporter() {
        assertEquals(new Referral(Role.LEAD, true, true, false), referred(WATER, "dpupr", List.of(WATER)));
    }

    @Test
    void a_supporting_agency_hands_on_no_more_than_it_has() {
        Part police = new Part("polres", Role.SUPPORT, false, AssignmentStatus.ACTIVE, Optional.empty());

        assertEquals(
                new Referral(Role.SUPPORT, false, true, false), referred(police, "satpolpp", List.of(WATER, police)));
    }

    @Test
    void one_that_works_on_it_already_goes_on_and_leads_from_now_on() {
        Part roads = new Part("dpupr", Role.SUPPORT, false, AssignmentStatus.RESOURCES_ENROUTE, Optional.empty());

        assertEquals(new Referral(Role.LEAD, true, false, false), referred(WATER, "dpupr", List.of(WATER, roads)));
    }

    @Test
    void a_supporter_that_refers_to_the_leader_takes_nothing_from_it() {
        Part police = new Part("polres", Role.SUPPORT, false, AssignmentStatus.ACTIVE, Optional.empty());

        assertEquals(new Referral(Role.LEAD, true, false, false), referred(police, "pdam", List.of(WATER, police)));
    }

    @Test
    void one_that_was_done_begins_anew() {
        Part roads = new Part("dpupr", Role.SUPPORT, false, AssignmentStatus.CLOSED, Optional.empty());

        assertEquals(new Referral(Role.LEAD, true, true, false), referred(WATER, "dpupr", List.of(WATER, roads)));
    }

    @Test
    void two_that_send_it_to_each_other_meet_at_the_command_centre() {
        Part roads = new Part("dpupr", Role.SUPPORT, true, AssignmentStatus.CANCELLED, Optional.of("pdam"));

        assertEquals(new Referral(Role.LEAD, true, true, true), referred(WATER, "dpupr", List.of(WATER, roads)));
    }

    @Test
    void a_centre_that_has_a_part_already_is_given_no_second_one() {
        Part roads = new Part("dpupr", Role.SUPPORT, true, AssignmentStatus.CANCELLED, Optional.of("pdam"));
        Part centre = new Part("pusat", Role.SUPPORT, false, AssignmentStatus.ACTIVE, Optional.empty());

        assertEquals(
                new Referral(Role.LEAD, true, true, false), referred(WATER, "dpupr", List.of(WATER, roads, centre)));
    }

    @Test
    void what_comes_back_to_the_centre_is_the_centres() {
        Part centre = new Part("pusat", Role.SUPPORT, true, AssignmentStatus.CANCELLED, Optional.of("pdam"));

        assertEquals(new Referral(Role.LEAD, true, true, false), referred(WATER, "pusat", List.of(WATER, centre)));
    }

    private static Referral referred(Part from, String to, List<Part> parts) {
        return ReferralPolicy.refer(parts, from, to, "pusat");
    }
}
