package id.tanggap.local.cli;

import id.tanggap.local.system.Launch;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C in the middle of a start: what the start has launched goes with it. */
final class Interruption implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final Launch launch;
    private final Console console;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "interrupted-start");

    private Interruption(Console console, Launch launch) {
        this.console = console;
        this.launch = launch;
    }

    static Interruption guard(Console console, Launch launch) {
        Interruption interruption = new Interruption(console, launch);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    Launch launch() {
        return launch;
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook is what runs now.
        }
    }

    private void interrupted() {
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
