package id.tanggap.notification.feed.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResumePointTest {

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 9", "5, 9", "10, 9"})
    void without_a_request_only_what_comes_next_is_told(long oldest, long latest) {
        assertEquals(new ResumePoint(latest, Optional.empty()), ResumePoint.of(OptionalLong.empty(), oldest, latest));
    }

    @ParameterizedTest
    @CsvSource({
        // Whatever is still kept follows the place asked for.
        "0, 1, 9",
        "7, 1, 9",
        "9, 1, 9",
        // The oldest kept is the very next one: nothing is missing.
        "4, 5, 9",
        // All purged, and the client has had all.
        "9, 10, 9",
        // Nothing there ever.
        "0, 1, 0"
    })
    void a_place_that_can_be_gone_on_from_is_gone_on_from(long requested, long oldest, long latest) {
        assertEquals(
                new ResumePoint(requested, Optional.empty()),
                ResumePoint.of(OptionalLong.of(requested), oldest, latest));
    }

    @ParameterizedTest
    @CsvSource({
        // One was purged that the client has not had.
        "3, 5, 9, 4",
        "1, 10, 9, 9",
        // Never reached: the database was restored from before.
        "10, 1, 9, 0",
        "12, 5, 9, 4",
        "5, 1, 0, 0"
    })
    void a_place_that_is_lost_is_answered_by_all_that_is_kept_and_a_gap(
            long requested, long oldest, long latest, long after) {
        assertEquals(
                new ResumePoint(after, Optional.of(new ResumePoint.Gap(requested, after))),
                ResumePoint.of(OptionalLong.of(requested), oldest, latest));
    }

    @Test
    void a_client_that_has_nothing_misses_nothing() {
        assertEquals(new ResumePoint(4, Optional.empty()), ResumePoint.of(OptionalLong.of(0), 5, 9));
    }
}
