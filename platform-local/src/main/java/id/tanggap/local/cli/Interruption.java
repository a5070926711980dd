package id.tanggap.local.cli;

import id.tanggap.local.system.Launch;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C in the middle of a start: what the start has launched goes with it. */
final class Interruption {
    private static final int PATIENCE_SECONDS = 30;

    private final Launch launch;
    private final Console console;
    private final CountDownLatch over = new CountDownLatch(1);

    private Interruption(Console console, Launch launch) {
        this.console = console;
        this.launch = launch;
    }

    /** Runs the start to its end. */
    static void guard(Console console, Launch launch) {
        Interruption interruption = new Interruption(console, launch);
        Thread hook = new Thread(interruption::happened, "interrupted-start");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            launch.run();
        } finally {
            interruption.over.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The hook runs: this is the end of an interrupted start.
            }
        }
    }

    private void happened() {
        console.line("Interrupted: ending what was started.");
        try {
            launch.cancel();
            over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            launch.abort();
        }
    }
}
