package id.tanggap.notification.subscription.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishesTest {

    @ParameterizedTest(name = "{0} from {1}: {2} of {3}, told before {4}: {5}")
    @CsvSource(
            nullValues = "all",
            value = {
                "all, 0, OPENED, 0, false, true",
                "all, 0, OF_TOMORROW, 0, false, true",
                "all, 5, OPENED, 5, false, true",
                "all, 5, OPENED, 4, false, false",
                "all, 5, PRIORITY, 4, true, true",
                "all, 10, OPENED, 9, false, false",
                "all, 10, OPENED, 10, false, true",
                "OPENED, 0, OPENED, 0, false, true",
                "OPENED, 0, ASSIGNMENT, 10, false, false",
                "OPENED, 0, ASSIGNMENT, 10, true, false",
                "OPENED, 0, OF_TOMORROW, 10, false, false",
                "OPENED ASSIGNMENT, 3, ASSIGNMENT, 3, false, true",
                "OPENED ASSIGNMENT, 3, ASSIGNMENT, 2, false, false",
                "OPENED ASSIGNMENT, 3, ASSIGNMENT, 2, true, true",
                "OPENED, 8, CONTACT_REMOVED, 0, true, true",
                "OPENED, 0, CONTACT_REMOVED, 10, false, false",
            })
    void kind_and_priority_decide_and_what_was_begun_is_told_to_its_end(
            String changes, int minimum, String change, int priority, boolean before, boolean told) {
        Set<TicketChange> kinds = changes == null
                ? Set.of()
                : Arrays.stream(changes.split(" ")).map(TicketChange::valueOf).collect(Collectors.toSet());

        assertEquals(told, new Wishes(kinds, minimum, Optional.empty()).want(change, priority, before));
    }

    // WIB is UTC+7 all year round.
    @ParameterizedTest(name = "{0} to {1}: at {2} until {3}")
    @CsvSource(
            nullValues = "now",
            value = {
                "21:00, 05:30, 2026-03-01T13:59:59Z, now",
                "21:00, 05:30, 2026-03-01T14:00:00Z, 2026-03-01T22:30:00Z",
                "21:00, 05:30, 2026-03-01T16:59:59Z, 2026-03-01T22:30:00Z",
                "21:00, 05:30, 2026-03-01T17:00:00Z, 2026-03-01T22:30:00Z",
                "21:00, 05:30, 2026-03-01T22:29:59Z, 2026-03-01T22:30:00Z",
                "21:00, 05:30, 2026-03-01T22:30:00Z, now",
                "12:00, 13:00, 2026-03-01T04:59:59Z, now",
                "12:00, 13:00, 2026-03-01T05:00:00Z, 2026-03-01T06:00:00Z",
                "12:00, 13:00, 2026-03-01T06:00:00Z, now",
                "00:00, 06:00, 2026-02-28T16:59:59Z, now",
                "00:00, 06:00, 2026-02-28T17:00:00Z, 2026-02-28T23:00:00Z",
                "18:00, 00:00, 2026-02-28T16:59:59Z, 2026-02-28T17:00:00Z",
                "18:00, 00:00, 2026-02-28T17:00:00Z, now",
            })
    void quiet_hours_hold_back_until_they_end(LocalTime from, LocalTime to, Instant now, Instant until) {
        Wishes wishes = new Wishes(Set.of(), 0, Optional.of(new QuietHours(from, to)));

        assertEquals(Optional.ofNullable(until), wishes.heldUntil(7, now));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "7, true", "8, false", "9, false", "10, false"})
    void what_is_urgent_is_never_held_back(int priority, boolean held) {
        Wishes wishes = new Wishes(Set.of(), 0, Optional.of(new QuietHours(LocalTime.of(21, 0), LocalTime.of(5, 0))));

        assertEquals(
                held,
                wishes.heldUntil(priority, Instant.parse("2026-03-01T18:00:00Z"))
                        .isPresent());
    }

    @Test
    void who_names_no_quiet_hours_has_none() {
        assertEquals(
                Optional.empty(),
                new Wishes(Set.of(), 0, Optional.empty()).heldUntil(0, Instant.parse("2026-03-01T18:00:00Z")));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        LocalTime noon = LocalTime.NOON;
        assertThrows(IllegalArgumentException.class, () -> new QuietHours(noon, noon));
        assertThrows(IllegalArgumentException.class, () -> new Wishes(Set.of(), 11, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new Wishes(Set.of(), -1, Optional.empty()));
    }
}
