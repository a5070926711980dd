package id.tanggap.ticket.assignment.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentPolicyTest {

    private static final Instant RECEIVED = Instant.parse("2025-05-20T03:00:00Z");
    private static final Instant NOW = RECEIVED.plusSeconds(3600);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Conclusion NOBODY =
            new Conclusion(Optional.of(Finding.NOTHING_THERE), Optional.of("Tidak ditemukan"), Optional.empty());

    private final AssignmentPolicy policy = new AssignmentPolicy(TOLERANCE);

    @ParameterizedTest(name = "{1} after {0}: {2}")
    @CsvSource({
        "ACTIVE, REFER, CANCELLED",
        "REOPENED, REFER, CANCELLED",
        "RESOURCES_ASSIGNED, REFER, CANCELLED",
        "RESOURCES_ENROUTE, REFER, CANCELLED",
        "RESOURCES_ONSCENE, REFER, CANCELLED",
        "CLOSED, REFER, impossible",
        "CANCELLED, REFER, impossible",
        "ACTIVE, ACCEPT, RESOURCES_ASSIGNED",
        "ACTIVE, ENROUTE, RESOURCES_ENROUTE",
        "ACTIVE, ONSCENE, RESOURCES_ONSCENE",
        "ACTIVE, CLOSE, CLOSED",
        "REOPENED, ACCEPT, RESOURCES_ASSIGNED",
        "REOPENED, ENROUTE, RESOURCES_ENROUTE",
        "REOPENED, ONSCENE, RESOURCES_ONSCENE",
        "REOPENED, CLOSE, CLOSED",
        "RESOURCES_ASSIGNED, ACCEPT, impossible",
        "RESOURCES_ASSIGNED, ENROUTE, RESOURCES_ENROUTE",
        "RESOURCES_ASSIGNED, ONSCENE, RESOURCES_ONSCENE",
        "RESOURCES_ASSIGNED, CLOSE, CLOSED",
        "RESOURCES_ENROUTE, ACCEPT, impossible",
        "RESOURCES_ENROUTE, ENROUTE, impossible",
        "RESOURCES_ENROUTE, ONSCENE, RESOURCES_ONSCENE",
        "RESOURCES_ENROUTE, CLOSE, CLOSED",
        "RESOURCES_ONSCENE, ACCEPT, impossible",
        "RESOURCES_ONSCENE, ENROUTE, impossible",
        "RESOURCES_ONSCENE, ONSCENE, impossible",
        "RESOURCES_ONSCENE, CLOSE, CLOSED",
        "CLOSED, ACCEPT, impossible",
        "CLOSED, ENROUTE, impossible",
        "CLOSED, ONSCENE, impossible",
        "CLOSED, CLOSE, impossible",
        "CANCELLED, ACCEPT, impossible",
        "CANCELLED, ENROUTE, impossible",
        "CANCELLED, ONSCENE, impossible",
        "CANCELLED, CLOSE, impossible"
    })
    void every_action_in_every_status(AssignmentStatus from, Action action, String expected) {
        Transition transition = policy.apply(at(from), action, NOW, NOW, Conclusion.NONE);

        assertEquals(
                expected,
                switch (transition) {
                    case Transition.Permitted(Progress progress) ->
                        progress.status().name();
                    case Transition.Impossible impossible -> "impossible";
                    case Transition.ImplausibleTime implausible -> "implausible";
                });
    }

    @Test
    void a_step_left_out_has_no_time() {
        Progress progress = permitted(Progress.received(RECEIVED), Action.ONSCENE, NOW);

        assertEquals(Optional.of(NOW), progress.onsceneAt());
        assertEquals(Optional.empty(), progress.acceptedAt());
        assertEquals(Optional.empty(), progress.enrouteAt());
    }

    @Test
    void the_fields_own_time_counts_when_the_command_comes_late() {
        Instant then = RECEIVED.plusSeconds(60);

        assertEquals(
                Optional.of(then),
                permitted(Progress.received(RECEIVED), Action.ACCEPT, then).acceptedAt());
    }

    @Test
    void times_never_contradict_the_order_of_the_steps() {
        Progress accepted = permitted(Progress.received(RECEIVED), Action.ACCEPT, RECEIVED.plusSeconds(100));

        Progress enroute = permitted(accepted, Action.ENROUTE, RECEIVED.plusSeconds(90));

        assertEquals(Optional.of(RECEIVED.plusSeconds(100)), enroute.enrouteAt());
    }

    @Test
    void a_phone_that_is_a_little_fast_or_slow_is_put_right() {
        assertEquals(
                Optional.of(NOW),
                permitted(Progress.received(RECEIVED), Action.ACCEPT, NOW.plus(TOLERANCE))
                        .acceptedAt());
        assertEquals(
                Optional.of(RECEIVED),
                permitted(Progress.received(RECEIVED), Action.ACCEPT, RECEIVED.minus(TOLERANCE))
                        .acceptedAt());
    }

    @Test
    void a_time_that_cannot_be_true_is_refused() {
        Progress received = Progress.received(RECEIVED);

        assertInstanceOf(
                Transition.ImplausibleTime.class,
                policy.apply(received, Action.ACCEPT, NOW.plus(TOLERANCE).plusMillis(1), NOW, Conclusion.NONE));
        assertInstanceOf(
                Transition.ImplausibleTime.class,
                policy.apply(received, Action.ACCEPT, RECEIVED.minus(TOLERANCE).minusMillis(1), NOW, Conclusion.NONE));
    }

    @Test
    void closing_keeps_what_was_found() {
        Transition closed = policy.apply(Progress.received(RECEIVED), Action.CLOSE, NOW, NOW, NOBODY);

        assertEquals(
                NOBODY,
                assertInstanceOf(Transition.Permitted.class, closed).progress().conclusion());
    }

    /** Seconds after the ticket came: steps taken, the late step, its own time; what comes of it. */
    @ParameterizedTest(name = "accepted {0}, en route {1}, on scene {2}, closed {3}; {4} at {5}: {6}")
    @CsvSource({
        // A crew on the scene had accepted, and set out: the phone says so when it is online again.
        ",,300,, ACCEPT, 60, 60",
        ",,300,, ENROUTE, 120, 120",
        "60,,300,, ENROUTE, 120, 120",
        ",,,900, ONSCENE, 300, 300",
        "60,,,900, ENROUTE, 900, 900",
        // A slow clock is put right, a time that contradicts a later step is not believed.
        "60,,300,, ENROUTE, 50, 60",
        ",,300,, ACCEPT, 301, impossible",
        "60,,300,, ACCEPT, 30, impossible",
        ",120,300,, ENROUTE, 130, impossible",
        ",,,900, CLOSE, 800, impossible"
    })
    void a_step_told_late_is_put_where_its_own_time_belongs(
            Integer accepted,
            Integer enroute,
            Integer onscene,
            Integer closed,
            Action action,
            int at,
            String expected) {
        AssignmentStatus status = closed != null
                ? AssignmentStatus.CLOSED
                : onscene != null ? AssignmentStatus.RESOURCES_ONSCENE : AssignmentStatus.RESOURCES_ENROUTE;
        Progress before = new Progress(
                status, RECEIVED, after(accepted), after(enroute), after(onscene), after(closed), Conclusion.NONE);

        Transition transition = policy.apply(before, action, RECEIVED.plusSeconds(at), NOW, Conclusion.NONE);

        if (expected.equals("impossible")) {
            assertInstanceOf(Transition.Impossible.class, transition);
            return;
        }
        Progress filled =
                assertInstanceOf(Transition.Permitted.class, transition).progress();
        assertEquals(status, filled.status());
        assertEquals(
                after(Integer.valueOf(expected)),
                switch (action) {
                    case ACCEPT -> filled.acceptedAt();
                    case ENROUTE -> filled.enrouteAt();
                    default -> filled.onsceneAt();
                });
        assertEquals(before.closedAt(), filled.closedAt());
    }

    private static Optional<Instant> after(Integer seconds) {
        return Optional.ofNullable(seconds).map(RECEIVED::plusSeconds);
    }

    private Progress permitted(Progress from, Action action, Instant at) {
        return assertInstanceOf(Transition.Permitted.class, policy.apply(from, action, at, NOW, Conclusion.NONE))
                .progress();
    }

    private static Progress at(AssignmentStatus status) {
        return new Progress(
                status,
                RECEIVED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Conclusion.NONE);
    }
}
