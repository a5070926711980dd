package id.tanggap.notification.delivery.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryPolicyTest {

    private static final Instant MADE = Instant.parse("2025-05-20T03:12:09Z");
    private static final RetrySchedule SCHEDULE = new RetrySchedule(Duration.ofSeconds(2), Duration.ofMinutes(30), 0.2);
    private static final RetrySchedule SHORT = new RetrySchedule(Duration.ofSeconds(1), Duration.ofSeconds(45), 0.2);
    private static final DeliveryPolicy POLICY = new DeliveryPolicy(
            new Patience(SCHEDULE, 5),
            new Patience(SHORT, 50),
            new Escalation(2, Duration.ofMinutes(5)),
            Duration.ofHours(24));

    private static Verdict judge(AttemptResult result, int attempt, Duration age) {
        return judge(result, attempt, 7, age);
    }

    private static Verdict judge(AttemptResult result, int attempt, int priority, Duration age) {
        return POLICY.judge(
                result, new DeliveryPolicy.Tried(attempt, priority, MADE, false, false), MADE.plus(age), 0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void any_2xx_is_arrival(int status) {
        assertEquals(
                new Verdict.Delivered(Optional.of(status)),
                judge(new AttemptResult.Answered(status), 5, Duration.ofDays(2)));
    }

    @ParameterizedTest
    @CsvSource({
        "100, HTTP_STATUS",
        "301, REDIRECT",
        "307, REDIRECT",
        "400, HTTP_STATUS",
        "401, HTTP_STATUS",
        "404, HTTP_STATUS",
        "429, HTTP_STATUS",
        "500, HTTP_STATUS",
        "503, HTTP_STATUS"
    })
    void every_other_answer_is_tried_again(int status, FailureReason reason) {
        assertEquals(
                new Verdict.Retry(Optional.of(status), reason, MADE.plusSeconds(2)),
                judge(new AttemptResult.Answered(status), 1, Duration.ZERO));
    }

    @Test
    void gone_is_the_end_at_once() {
        assertEquals(
                new Verdict.Dead(Optional.of(410), FailureReason.GONE),
                judge(new AttemptResult.Answered(410), 1, Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 2000",
        "7, 1, 2000",
        "8, 1, 1000",
        "10, 1, 1000",
        "7, 4, 16000",
        "8, 4, 8000",
        "8, 6, 32000",
        "8, 7, 45000",
        "10, 49, 45000"
    })
    void what_is_urgent_is_tried_again_sooner_and_more_often(int priority, int attempt, long millis) {
        assertEquals(
                new Verdict.Retry(Optional.of(500), FailureReason.HTTP_STATUS, MADE.plusMillis(millis)),
                judge(new AttemptResult.Answered(500), attempt, priority, Duration.ZERO));
    }

    @Test
    void what_ran_out_of_time_unsent_is_dead() {
        assertEquals(
                new Verdict.Dead(Optional.empty(), FailureReason.EXPIRED),
                judge(new AttemptResult.Failed(FailureReason.EXPIRED), 1, 10, Duration.ZERO));
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureReason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EXPIRED", "RECIPIENT_REFUSED", "BUSY", "CHANNEL_DOWN"})
    void no_answer_is_tried_again_with_its_reason(FailureReason reason) {
        assertEquals(
                new Verdict.Retry(Optional.empty(), reason, MADE.plusSeconds(4)),
                judge(new AttemptResult.Failed(reason), 2, Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({
        // Over one of several channels: priority, attempts over it, age in seconds, whether it moves on.
        "10, 1, 0, false",
        "8, 2, 0, true",
        "7, 2, 299, false",
        "7, 4, 299, false",
        "7, 1, 300, true",
        "0, 1, 86400, true"
    })
    void what_fails_moves_on_to_the_next_channel_and_what_is_urgent_after_its_second_failure(
            int priority, int attempt, long age, boolean moves) {
        Verdict verdict = over(new AttemptResult.Answered(500), attempt, priority, Duration.ofSeconds(age), false);

        assertEquals(moves, verdict.equals(new Verdict.NextChannel(Optional.of(500), FailureReason.HTTP_STATUS)));
        assertEquals(!moves, verdict instanceof Verdict.Retry);
    }

    @Test
    void what_is_refused_for_good_ends_its_channel_at_once_and_the_delivery_with_the_last() {
        AttemptResult refused = new AttemptResult.Failed(FailureReason.RECIPIENT_REFUSED);

        assertEquals(
                new Verdict.NextChannel(Optional.empty(), FailureReason.RECIPIENT_REFUSED),
                over(refused, 1, 3, Duration.ZERO, false));
        assertEquals(
                new Verdict.NextChannel(Optional.of(410), FailureReason.GONE),
                over(new AttemptResult.Answered(410), 1, 3, Duration.ZERO, false));
        assertEquals(
                new Verdict.Dead(Optional.empty(), FailureReason.RECIPIENT_REFUSED), judge(refused, 1, Duration.ZERO));
    }

    @ParameterizedTest
    @EnumSource(names = {"BUSY", "CHANNEL_DOWN"})
    void what_its_channel_kept_back_is_no_attempt_and_what_is_urgent_goes_over_the_next(FailureReason reason) {
        AttemptResult kept = new AttemptResult.Failed(reason);

        assertEquals(new Verdict.KeptBack(reason, MADE.plusSeconds(2)), over(kept, 1, 7, Duration.ZERO, false));
        assertEquals(new Verdict.NextChannel(Optional.empty(), reason), over(kept, 1, 7, Duration.ofMinutes(5), false));
        assertEquals(new Verdict.NextChannel(Optional.empty(), reason), over(kept, 1, 8, Duration.ZERO, false));
        // Without another it waits, however often, until its time is over.
        assertEquals(new Verdict.KeptBack(reason, MADE.plusSeconds(45)), judge(kept, 500, 8, Duration.ZERO));
        assertEquals(new Verdict.Dead(Optional.empty(), reason), judge(kept, 1, 8, Duration.ofHours(24)));
    }

    @Test
    void a_probe_that_fails_and_a_channel_that_is_offered_no_more_are_not_waited_for() {
        AttemptResult failed = new AttemptResult.Failed(FailureReason.TIMEOUT);

        assertInstanceOf(Verdict.NextChannel.class, over(failed, 1, 3, Duration.ZERO, true));
        assertInstanceOf(
                Verdict.NextChannel.class,
                over(new AttemptResult.Failed(FailureReason.NOT_OFFERED), 1, 3, Duration.ZERO, false));
    }

    private static Verdict over(AttemptResult result, int attempt, int priority, Duration age, boolean probe) {
        return POLICY.judge(
                result, new DeliveryPolicy.Tried(attempt, priority, MADE, true, probe), MADE.plus(age), 0.5);
    }

    @Test
    void the_last_attempt_is_the_end() {
        AttemptResult failed = new AttemptResult.Answered(500);

        assertInstanceOf(Verdict.Retry.class, judge(failed, 4, Duration.ZERO));
        assertEquals(new Verdict.Dead(Optional.of(500), FailureReason.HTTP_STATUS), judge(failed, 5, Duration.ZERO));
    }

    @Test
    void no_attempt_begins_after_the_greatest_age() {
        AttemptResult failed = new AttemptResult.Failed(FailureReason.TIMEOUT);

        assertInstanceOf(
                Verdict.Retry.class, judge(failed, 1, Duration.ofHours(24).minusSeconds(2)));
        assertInstanceOf(
                Verdict.Dead.class, judge(failed, 1, Duration.ofHours(24).minusSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource({"1, 2000", "2, 4000", "3, 8000", "10, 1024000", "11, 1800000", "31, 1800000", "1000000, 1800000"})
    void waits_double_up_to_the_longest(int attempts, long millis) {
        assertEquals(Duration.ofMillis(millis), SCHEDULE.pause(attempts, 0.5));
    }

    @Test
    void jitter_spreads_to_both_sides_and_no_further() {
        assertEquals(Duration.ofMillis(1600), SCHEDULE.pause(1, 0));
        assertEquals(Duration.ofMillis(2400), SCHEDULE.pause(1, 1));
        assertTrue(new RetrySchedule(Duration.ofMillis(1), Duration.ofMillis(1), 1)
                .pause(1, 0)
                .isPositive());
    }

    @ParameterizedTest
    @CsvSource({"2, 1800, 100", "1, 45, 2500"})
    void the_defaults_reach_over_a_day(long first, long longest, int attempts) {
        RetrySchedule schedule = new RetrySchedule(Duration.ofSeconds(first), Duration.ofSeconds(longest), 0.2);
        Duration least = Duration.ZERO;
        for (int attempt = 1; attempt < attempts; attempt++) {
            least = least.plus(schedule.pause(attempt, 0));
        }
        assertTrue(least.compareTo(Duration.ofHours(24)) > 0, least::toString);
    }

    @Test
    void a_schedule_that_makes_no_sense_is_refused() {
        Duration second = Duration.ofSeconds(1);
        assertThrows(IllegalArgumentException.class, () -> new RetrySchedule(Duration.ZERO, second, 0));
        assertThrows(IllegalArgumentException.class, () -> new RetrySchedule(second, Duration.ofMillis(1), 0));
        assertThrows(IllegalArgumentException.class, () -> new RetrySchedule(second, second, 1.1));
        assertThrows(IllegalArgumentException.class, () -> new RetrySchedule(second, second, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Patience(SCHEDULE, 0));
    }
}
