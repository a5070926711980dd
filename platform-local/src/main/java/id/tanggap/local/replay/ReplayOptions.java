package id.tanggap.local.replay;

import java.time.Duration;

/**
 * How a replay is played.
 *
 * @param speed how many times faster than in 2025
 * @param patience for how long one request is tried before it counts as not accepted
 * @param settling for how long the system may take, after the last call, to show everything
 */
public record ReplayOptions(double speed, Duration patience, Duration settling) {
    public static final double DEFAULT_SPEED = 600;

    public static ReplayOptions atSpeed(double speed) {
        return new ReplayOptions(speed, Duration.ofMinutes(3), Duration.ofSeconds(60));
    }

    public ReplayOptions withSettling(Duration time) {
        return new ReplayOptions(speed, patience, time);
    }
}
