package id.tanggap.notification.ladder.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderPolicyTest {

    private static final UUID ASSIGNMENT = UUID.fromString("0196eb7e-3c00-7b22-9d3e-2f3e4d5c6b7a");
    private static final RungPause PAUSE = new RungPause(
            Duration.ofSeconds(30), Duration.ofSeconds(45), Duration.ofMinutes(3), Duration.ofMinutes(10));

    @ParameterizedTest
    @CsvSource({"10, 30", "9, 45", "8, 45", "7, 180", "5, 180", "4, 600", "0, 600"})
    void a_rung_is_given_less_time_the_more_urgent_it_is(int priority, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), PAUSE.of(priority));
    }

    @Test
    void times_that_would_wake_sooner_for_what_has_time_are_refused() {
        Duration second = Duration.ofSeconds(1);
        Duration minute = Duration.ofMinutes(1);
        assertThrows(IllegalArgumentException.class, () -> new RungPause(minute, second, minute, minute));
        assertThrows(IllegalArgumentException.class, () -> new RungPause(second, minute, second, minute));
        assertThrows(IllegalArgumentException.class, () -> new RungPause(second, minute, minute, second));
        assertThrows(IllegalArgumentException.class, () -> new RungPause(Duration.ZERO, minute, minute, minute));
    }

    @Test
    void rungs_follow_each_other_and_end_with_the_command_centre() {
        assertEquals(
                List.of(Rung.WHATSAPP, Rung.SMS, Rung.VOICE, Rung.DUTY_OFFICER, Rung.COMMAND_CENTRE),
                IntStream.range(0, 7)
                        .mapToObj(Rung::after)
                        .flatMap(Optional::stream)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        // Status, finding, merged, what stops the ladder.
        "Active, , false, ",
        "ReOpened, , false, ",
        "StatusOfTomorrow, , false, ",
        "ResourcesAssigned, , false, ACCEPTED",
        "ResourcesEnroute, , false, ACCEPTED",
        "ResourcesOnscene, , true, ACCEPTED",
        "Closed, FOUND, false, CLOSED",
        "Closed, REFERRED, false, REFERRED",
        "Closed, DUPLICATE, true, MERGED",
        "Cancelled, , false, CANCELLED",
        "Cancelled, , true, MERGED",
        "Active, , true, MERGED",
    })
    void only_what_shows_that_nobody_need_be_woken_stops_a_ladder(
            String status, String finding, boolean merged, Stop stop) {
        Part part = new Part(ASSIGNMENT, status, Optional.ofNullable(finding), merged);

        assertEquals(Optional.ofNullable(stop), part.stops(ASSIGNMENT));
    }

    @Test
    void a_part_that_has_another_one_in_its_place_is_over() {
        Part part = new Part(UUID.randomUUID(), "Active", Optional.empty(), false);

        assertEquals(Optional.of(Stop.REPLACED), part.stops(ASSIGNMENT));
    }
}
