package id.tanggap.local.stack;

import java.time.Duration;

/** Hears of each step of a start as it happens; called from several threads. */
public interface Progress {
    Progress SILENT = new Progress() {};

    default void begun(String step) {}

    default void done(String step, Duration took) {}

    default void failed(String step, Duration after) {}

    /** Runs the step and reports it. */
    default void step(String name, Runnable work) {
        long start = System.nanoTime();
        begun(name);
        try {
            work.run();
        } catch (RuntimeException e) {
            failed(name, Duration.ofNanos(System.nanoTime() - start));
            throw e;
        }
        done(name, Duration.ofNanos(System.nanoTime() - start));
    }
}
