package id.tanggap.ticket.clock.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.ticket.assignment.policy.AssignmentStatus;
import id.tanggap.ticket.assignment.policy.Conclusion;
import id.tanggap.ticket.assignment.policy.Progress;
import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.category.policy.DutyHours;
import id.tanggap.ticket.category.policy.ServiceLevel;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockPolicyTest {

    private static final Instant GIVEN = Instant.parse("2026-05-20T03:00:00Z");

    @ParameterizedTest(name = "{0} {1} within {3}, missed {2}: {4}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // A fire: accepted within a minute, on the way within three, there within fifteen, done within six
                // hours.
                "LEAD | ACTIVE | - | PT1M PT3M PT15M PT6H | ACCEPT PT1M",
                "LEAD | REOPENED | - | PT1M PT3M PT15M PT6H | ACCEPT PT1M",
                "LEAD | ACTIVE | ACCEPT | PT1M PT3M PT15M PT6H | ACCEPT_REMINDED PT2M !",
                "LEAD | ACTIVE | ACCEPT_REMINDED | PT1M PT3M PT15M PT6H | EN_ROUTE PT3M",
                "LEAD | ACTIVE | EN_ROUTE | PT1M PT3M PT15M PT6H | ON_SCENE PT15M",
                "LEAD | ACTIVE | CLOSE | PT1M PT3M PT15M PT6H | -",
                "LEAD | RESOURCES_ASSIGNED | - | PT1M PT3M PT15M PT6H | EN_ROUTE PT3M",
                "LEAD | RESOURCES_ASSIGNED | EN_ROUTE | PT1M PT3M PT15M PT6H | ON_SCENE PT15M",
                "LEAD | RESOURCES_ENROUTE | ACCEPT | PT1M PT3M PT15M PT6H | ON_SCENE PT15M",
                // Who is there has set out, whether or not that was said.
                "LEAD | RESOURCES_ONSCENE | - | PT1M PT3M PT15M PT6H | CLOSE PT6H !",
                "LEAD | CLOSED | - | PT1M PT3M PT15M PT6H | -",
                "LEAD | CANCELLED | ACCEPT | PT1M PT3M PT15M PT6H | -",
                // Without a time there is no step.
                "LEAD | ACTIVE | ACCEPT_REMINDED | PT1H - - PT24H | CLOSE PT24H !",
                "LEAD | RESOURCES_ASSIGNED | - | PT1H - - - | -",
                "LEAD | ACTIVE | - | - - PT15M - | ON_SCENE PT15M !",
                "LEAD | ACTIVE | - | - - - - | -",
                // It is reminded until it should be on its way, not beyond.
                "LEAD | ACTIVE | ACCEPT | PT2M PT3M - - | ACCEPT_REMINDED PT3M !",
                // Who supports says that it has heard, and owes no more.
                "SUPPORT | ACTIVE | - | PT1M PT3M PT15M PT6H | ACCEPT PT1M",
                "SUPPORT | ACTIVE | ACCEPT | PT1M PT3M PT15M PT6H | ACCEPT_REMINDED PT2M !",
                "SUPPORT | ACTIVE | ACCEPT_REMINDED | PT1M PT3M PT15M PT6H | -",
                "SUPPORT | RESOURCES_ASSIGNED | - | PT1M PT3M PT15M PT6H | -",
                "SUPPORT | ACTIVE | - | - PT3M PT15M PT6H | -"
            })
    void the_next_step_is_due(Role role, AssignmentStatus status, Step missed, String level, String expected) {
        var part = new ClockPolicy.Part(role, status, GIVEN, Optional.ofNullable(missed));

        Optional<ClockPolicy.Due> next = ClockPolicy.next(part, level(level), RunningTime.ALWAYS);

        assertEquals(
                Optional.ofNullable(expected),
                next.map(
                        due -> due.step() + " " + Duration.between(GIVEN, due.at()) + (due.dutyOfficer() ? " !" : "")));
    }

    @ParameterizedTest(name = "{0} {1}, {2} was due: {4}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // Accepted, on the way, there and done after so long; within 1 min, 3 min, 15 min, 6 h.
                "LEAD | RESOURCES_ASSIGNED | ACCEPT | PT1M - - - | ACCEPT kept",
                "LEAD | RESOURCES_ASSIGNED | ACCEPT | PT61S - - - | ACCEPT missed",
                "LEAD | RESOURCES_ASSIGNED | ACCEPT_REMINDED | PT61S - - - | -",
                "LEAD | RESOURCES_ASSIGNED | EN_ROUTE | PT1M - - - | -",
                // A step that was passed over is taken with the next one; nobody is there who does not say so.
                "LEAD | RESOURCES_ONSCENE | ACCEPT | - - PT2M - | ACCEPT missed, EN_ROUTE kept, ON_SCENE kept",
                "LEAD | CLOSED | ACCEPT | - - - PT1H | ACCEPT missed, CLOSE kept",
                "LEAD | CLOSED | ON_SCENE | PT1M PT2M - PT1H | CLOSE kept",
                "LEAD | CLOSED | CLOSE | PT1M PT2M PT9M PT7H | CLOSE missed",
                // What it has handed on, or was let off.
                "LEAD | CANCELLED | ACCEPT | - - - PT10S | -",
                // Who supports owes its word alone.
                "SUPPORT | RESOURCES_ONSCENE | ACCEPT | PT1M PT2M PT3M - | ACCEPT kept",
                "SUPPORT | ACTIVE | ACCEPT | - - - - | -"
            })
    void the_steps_that_were_taken_are_kept_or_missed(
            Role role, AssignmentStatus status, Step due, String took, String expected) {
        var at = Arrays.stream(took.split(" "))
                .map(time ->
                        time.equals("-") ? Optional.<Instant>empty() : Optional.of(GIVEN.plus(Duration.parse(time))))
                .toList();
        var progress = new Progress(status, GIVEN, at.get(0), at.get(1), at.get(2), at.get(3), Conclusion.NONE);

        var taken = ClockPolicy.taken(role, progress, GIVEN, due, level("PT1M PT3M PT15M PT6H"), RunningTime.ALWAYS);

        assertEquals(
                expected == null ? "" : expected,
                taken.stream()
                        .map(step -> step.step() + (step.kept() ? " kept" : " missed"))
                        .collect(Collectors.joining(", ")));
    }

    @Test
    void only_who_leads_an_emergency_is_measured_round_the_clock() {
        RunningTime duty = (from, time) -> Optional.empty();

        assertEquals(RunningTime.ALWAYS, ClockPolicy.clock(true, Role.LEAD, duty));
        assertEquals(duty, ClockPolicy.clock(true, Role.SUPPORT, duty));
        assertEquals(duty, ClockPolicy.clock(false, Role.LEAD, duty));
    }

    @Test
    void an_office_is_due_by_its_own_clock() {
        var office = new DutyHours(
                false,
                false,
                Arrays.stream(DayOfWeek.values())
                        .limit(5)
                        .map(day -> new DutyHours.Period(day, LocalTime.of(7, 30), LocalTime.of(16, 0)))
                        .toList());
        // Friday 15:00 in Jepara.
        Instant friday = Instant.parse("2026-05-22T08:00:00Z");
        var part = new ClockPolicy.Part(Role.LEAD, AssignmentStatus.ACTIVE, friday, Optional.empty());

        Optional<ClockPolicy.Due> next =
                ClockPolicy.next(part, level("PT4H - - -"), RunningTime.onDuty(office, day -> false));

        assertEquals(Optional.of(Instant.parse("2026-05-25T10:30:00+07:00")), next.map(ClockPolicy.Due::at));
    }

    private static ServiceLevel level(String times) {
        var each = Arrays.stream(times.split(" "))
                .map(time -> time.equals("-") ? Optional.<Duration>empty() : Optional.of(Duration.parse(time)))
                .toList();
        return new ServiceLevel(each.get(0), each.get(1), each.get(2), each.get(3));
    }
}
