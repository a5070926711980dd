package id.tanggap.notification.health.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tanggap.notification.delivery.policy.RetrySchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausePolicyTest {

    private static final Instant MADE = Instant.parse("2025-05-20T03:00:00Z");
    private static final RetrySchedule PROBES = new RetrySchedule(Duration.ofMinutes(1), Duration.ofMinutes(10), 0.2);
    private static final PausePolicy POLICY = new PausePolicy(Duration.ofHours(1), 20, PROBES);

    private static Health failed(Health health, boolean probe, Instant now) {
        return POLICY.failed(health, "TIMEOUT", probe, now, 0.5);
    }

    /** So many failures, the first at once and the last after this time. */
    private static Health failing(int failures, Duration since) {
        Health health = Health.active(MADE, Optional.empty());
        for (int i = 1; i < failures; i++) {
            health = failed(health, false, MADE);
        }
        return failed(health, false, MADE.plus(since));
    }

    private static Health pausedAt(Duration since) {
        return failing(20, since);
    }

    @ParameterizedTest
    @CsvSource({
        "1, PT24H, ACTIVE",
        "19, PT24H, ACTIVE",
        "20, PT59M59S, ACTIVE",
        "1000, PT59M59S, ACTIVE",
        "20, PT1H, PAUSED",
        "21, PT5H, PAUSED",
    })
    void it_is_paused_when_it_failed_for_long_and_often(int failures, Duration since, SubscriptionState state) {
        assertEquals(state, failing(failures, since).state());
    }

    @Test
    void a_pause_says_since_when_and_why_and_when_it_is_probed() {
        Instant now = MADE.plus(Duration.ofHours(2));

        assertEquals(
                new Health(
                        SubscriptionState.PAUSED,
                        now,
                        Optional.of("TIMEOUT"),
                        20,
                        Optional.of(MADE),
                        0,
                        Optional.of(now),
                        Optional.of(now.plus(Duration.ofMinutes(1)))),
                pausedAt(Duration.ofHours(2)));
    }

    @Test
    void what_arrives_between_ends_the_count() {
        Health sound = POLICY.arrived(failing(19, Duration.ofHours(3)), MADE.plus(Duration.ofHours(4)));

        assertEquals(Health.active(MADE, Optional.empty()), sound);
        assertEquals(
                Optional.of(MADE.plus(Duration.ofHours(5))),
                failed(sound, false, MADE.plus(Duration.ofHours(5))).failingSince());
    }

    @ParameterizedTest
    @CsvSource({"1, PT2M", "2, PT4M", "3, PT8M", "4, PT10M", "50, PT10M"})
    void probes_become_rarer_up_to_the_longest_wait(int probes, Duration wait) {
        Health health = pausedAt(Duration.ofHours(1));
        Instant now = MADE.plus(Duration.ofHours(2));
        for (int i = 0; i < probes; i++) {
            health = failed(health, true, now);
        }

        assertEquals(Optional.of(now.plus(wait)), health.probeAt());
        assertEquals(Optional.of(now), health.probedAt());
        assertEquals(MADE.plus(Duration.ofHours(1)), health.since());
        assertEquals(SubscriptionState.PAUSED, health.state());
    }

    @Test
    void what_was_on_its_way_when_the_pause_began_is_no_probe() {
        Health paused = pausedAt(Duration.ofHours(1));

        assertSame(paused, failed(paused, false, MADE.plus(Duration.ofHours(1))));
    }

    @Test
    void a_probe_that_arrives_ends_the_pause() {
        Instant now = MADE.plus(Duration.ofHours(2));

        assertEquals(
                Health.active(now, Optional.of(PausePolicy.PROBE_ARRIVED)),
                POLICY.arrived(pausedAt(Duration.ofHours(1)), now));
    }

    @Test
    void gone_disables_and_only_the_owner_enables() {
        Health gone = POLICY.gone(failing(3, Duration.ofMinutes(1)), "GONE", MADE.plus(Duration.ofHours(1)));

        assertEquals(SubscriptionState.DISABLED, gone.state());
        assertEquals(Optional.of("GONE"), gone.why());
        assertEquals(Optional.of(MADE), gone.failingSince());
        assertSame(gone, POLICY.arrived(gone, MADE.plus(Duration.ofHours(2))));
        assertSame(gone, failed(gone, true, MADE.plus(Duration.ofHours(2))));
        assertSame(gone, POLICY.gone(gone, "GONE", MADE.plus(Duration.ofHours(2))));
        Instant now = MADE.plus(Duration.ofHours(3));
        assertEquals(Health.active(now, Optional.of(PausePolicy.ENABLED)), POLICY.enabled(gone, now));
    }

    @Test
    void the_owner_need_not_wait_for_a_probe_and_enabling_twice_changes_nothing() {
        Instant now = MADE.plus(Duration.ofHours(2));
        Health enabled = POLICY.enabled(pausedAt(Duration.ofHours(1)), now);

        assertEquals(SubscriptionState.ACTIVE, enabled.state());
        assertSame(enabled, POLICY.enabled(enabled, now.plusSeconds(5)));
    }

    @Test
    void a_policy_that_makes_no_sense_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new PausePolicy(Duration.ZERO, 0, PROBES));
    }
}
