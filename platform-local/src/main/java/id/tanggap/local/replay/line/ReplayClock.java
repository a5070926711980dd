package id.tanggap.local.replay.line;

import id.tanggap.local.replay.scenario.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** The scenario's time, {@code speed} times faster than ours and without the nights; it stands still while paused. */
public final class ReplayClock {
    private final LocalDate firstDay;
    private final double speed;
    private final long origin = System.nanoTime();
    private long pausedNanos;
    private long pausedSince;
    private boolean paused;

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
        for (long left = left(due); paused || left > 0; left = left(due)) {
            if (paused) {
                wait();
            } else {
                Duration time = Duration.ofNanos(left);
                wait(time.toMillis(), time.toNanosPart() % 1_000_000);
            }
        }
    }

    public synchronized void pause() {
        paused = true;
        pausedSince = System.nanoTime();
    }

    public synchronized void resume() {
        pausedNanos += System.nanoTime() - pausedSince;
        paused = false;
        notifyAll();
    }

    private long left(long due) {
        return origin + pausedNanos + due - System.nanoTime();
    }
}
