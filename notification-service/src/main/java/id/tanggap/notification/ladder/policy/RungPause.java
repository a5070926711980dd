package id.tanggap.notification.ladder.policy;

import java.time.Duration;

/**
 * How long a rung is given before the next one, by priority. The numbers are our own defaults: NFPA 1225 has an alarm answered
 * and passed on within a minute, so of the most urgent two rungs fit into one.
 *
 * @param most for priority 10
 * @param urgent for 8 and 9
 * @param usual for 5 to 7
 * @param calm below
 */
public record RungPause(Duration most, Duration urgent, Duration usual, Duration calm) {

    public RungPause {
        if (!most.isPositive()
                || urgent.compareTo(most) < 0
                || usual.compareTo(urgent) < 0
                || calm.compareTo(usual) < 0) {
            throw new IllegalArgumentException("what is more urgent must not wait longer, and nothing not at all");
        }
    }

    /** @param priority 0..10 */
    public Duration of(int priority) {
        if (priority >= 10) {
            return most;
        }
        if (priority >= 8) {
            return urgent;
        }
        return priority >= 5 ? usual : calm;
    }
}
