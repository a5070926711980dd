package id.tanggap.triage.priority.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RestrictionPolicyTest {

    private static final Instant NOW = Instant.parse("2025-05-20T03:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, ACTIVE", "24, ACTIVE", "25, AWAITING_SECOND", "168, AWAITING_SECOND"})
    void one_person_is_enough_for_a_day(int hours, State state) {
        Restriction asked = granted(create(hours, Optional.empty()));
        assertEquals(state, asked.state());
        assertEquals(Optional.of("ani"), asked.first());
    }

    @Test
    void nobody_can_ask_for_more_than_a_week() {
        assertInstanceOf(Ruling.Refused.class, create(169, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12, ACTIVE",
        "12, 13, AWAITING_SECOND",
        "48, 1, AWAITING_SECOND",
        "160, 8, AWAITING_SECOND",
        "160, 9, "
    })
    void going_on_counts_from_the_beginning(int since, int hours, State state) {
        Ruling ruling = create(hours, Optional.of(NOW.minus(Duration.ofHours(since))));
        if (state == null) {
            assertInstanceOf(Ruling.Refused.class, ruling);
        } else {
            assertEquals(state, granted(ruling).state());
        }
    }

    @Test
    void a_second_person_is_another_person() {
        Restriction asked = granted(create(72, Optional.empty()));
        assertInstanceOf(Ruling.Refused.class, confirm(asked, "ani"));
        Restriction active = granted(confirm(asked, "budi"));
        assertEquals(State.ACTIVE, active.state());
        assertEquals(Optional.of("budi"), active.second());
        assertEquals(NOW.plus(Duration.ofHours(72)), active.until());
        assertInstanceOf(Ruling.Already.class, confirm(active, "budi"));
        assertInstanceOf(Ruling.Refused.class, confirm(active, "citra"));
    }

    @Test
    void a_proposal_has_no_effect_until_a_person_confirms_it_and_is_never_for_more_than_a_day() {
        Restriction proposal = RestrictionPolicy.propose(Duration.ofDays(5), NOW);
        assertEquals(State.PROPOSED, proposal.state());
        assertTrue(proposal.first().isEmpty() && proposal.from().isEmpty());
        Restriction active = granted(confirm(proposal, "ani"));
        assertEquals(State.ACTIVE, active.state());
        assertEquals(NOW.plus(Duration.ofHours(24)), active.until());
    }

    @ParameterizedTest
    @CsvSource({
        "PROPOSED, REJECTED, REFUSED",
        "AWAITING_SECOND, REJECTED, REFUSED",
        "ACTIVE, REFUSED, ENDED",
        "REJECTED, ALREADY, REFUSED",
        "ENDED, REFUSED, ALREADY",
        "EXPIRED, REFUSED, REFUSED"
    })
    void what_waits_is_rejected_and_what_is_in_force_is_ended(State state, String reject, String end) {
        Restriction it = in(state);
        assertEquals(reject, name(RestrictionPolicy.reject(it)));
        assertEquals(end, name(RestrictionPolicy.end(it, EndCause.PERSON)));
    }

    @ParameterizedTest
    @EnumSource(
            value = EndCause.class,
            names = {"GENUINE_CALL", "CONFIRMED", "CORROBORATED"})
    void a_real_need_ends_whatever_is_in_force_or_waits(EndCause need) {
        for (State state : new State[] {State.ACTIVE, State.PROPOSED, State.AWAITING_SECOND}) {
            assertEquals(
                    Optional.of(need),
                    granted(RestrictionPolicy.end(in(state), need)).cause());
        }
    }

    @Test
    void it_expires_by_itself_and_what_is_over_stays_so() {
        Restriction active = granted(create(24, Optional.empty()));
        assertTrue(
                RestrictionPolicy.expire(active, NOW.plus(Duration.ofHours(24)).minusMillis(1))
                        .isEmpty());
        assertEquals(
                State.EXPIRED,
                RestrictionPolicy.expire(active, NOW.plus(Duration.ofHours(24)))
                        .orElseThrow()
                        .state());
        assertTrue(RestrictionPolicy.expire(in(State.ENDED), NOW.plus(Duration.ofDays(99)))
                .isEmpty());
        assertInstanceOf(Ruling.Refused.class, confirm(in(State.EXPIRED), "ani"));
    }

    /** Whatever two people do, in any order and at any time; a repetition's number is its seed. */
    @RepeatedTest(300)
    void nobody_is_in_force_without_a_person_beyond_a_day_without_two_or_beyond_a_week(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Instant now = NOW;
        Restriction it = random.nextBoolean()
                ? RestrictionPolicy.propose(Duration.ofHours(1 + random.nextInt(200)), now)
                : granted(RestrictionPolicy.create(
                        Duration.ofHours(1 + random.nextInt(168)), "ani", Optional.empty(), now));
        for (int i = 0; i < 8; i++) {
            now = now.plus(Duration.ofHours(random.nextInt(12)));
            String who = random.nextBoolean() ? "ani" : "budi";
            Ruling ruling =
                    switch (random.nextInt(4)) {
                        case 0 -> RestrictionPolicy.reject(it);
                        case 1 -> RestrictionPolicy.end(it, EndCause.PERSON);
                        default -> RestrictionPolicy.confirm(it, who, Optional.empty(), now);
                    };
            it = ruling instanceof Ruling.Granted(var changed) ? changed : it;
            it = RestrictionPolicy.expire(it, now).orElse(it);
            if (it.state() == State.ACTIVE) {
                Duration whole = Duration.between(it.from().orElseThrow(), it.until());
                assertTrue(it.first().isPresent());
                assertTrue(whole.compareTo(RestrictionPolicy.LONGEST) <= 0);
                assertTrue(whole.compareTo(RestrictionPolicy.ONE_PERSON) <= 0
                        || it.second().isPresent() && !it.second().equals(it.first()));
            }
        }
    }

    private static Ruling create(int hours, Optional<Instant> chain) {
        return RestrictionPolicy.create(Duration.ofHours(hours), "ani", chain, NOW);
    }

    private static Ruling confirm(Restriction asked, String by) {
        return RestrictionPolicy.confirm(asked, by, Optional.empty(), NOW);
    }

    private static Restriction in(State state) {
        return RestrictionPolicy.propose(Duration.ofHours(24), NOW).with(state);
    }

    private static Restriction granted(Ruling ruling) {
        return assertInstanceOf(Ruling.Granted.class, ruling).restriction();
    }

    private static String name(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Granted(var restriction) -> restriction.state().name();
            case Ruling.Already() -> "ALREADY";
            case Ruling.Refused(String why) -> "REFUSED";
        };
    }
}
