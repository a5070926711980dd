package id.tanggap.local.replay.line;

import id.tanggap.local.replay.scenario.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** The scenario's time, {@code speed} times faster than ours and without the nights. */
public final class ReplayClock {
    private final LocalDate firstDay;
    private final double speed;
    private long origin = System.nanoTime();

    public ReplayClock(LocalDate firstDay, double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed must be above 0");
        }
        this.firstDay = firstDay;
        this.speed = speed;
    }

    /** Waits until the scenario has come to this moment; returns at once if it has passed. */
    public synchronized void await(Instant moment) throws InterruptedException {
        long due = (long) (OpeningHours.elapsed(firstDay, moment).toNanos() / speed);
        for (long left = left(due); left > 0; left = left(due)) {
            Duration time = Duration.ofNanos(left);
            wait(time.toMillis(), time.toNanosPart() % 1_000_000);
        }
    }

    /** Goes back by some of our time: what was done in it is not part of the scenario. */
    public synchronized void setBack(Duration time) {
        origin += time.toNanos();
    }

    private long left(long due) {
        return origin + due - System.nanoTime();
    }
}
