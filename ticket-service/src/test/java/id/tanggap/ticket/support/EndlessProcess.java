package id.tanggap.ticket.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A program that reads a topic for ever. */
public final class EndlessProcess {

    private static final int PATIENCE_SECONDS = 60;

    private EndlessProcess() {}

    /** Whether it prints a line with this text, in limited time; it is killed then. */
    public static boolean prints(Process process, String text) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            // Killed, it has no more lines.
            var end = Thread.ofVirtual().start(() -> killLater(process));
            boolean printed = lines.lines().anyMatch(line -> line.contains(text));
            end.interrupt();
            return printed;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void killLater(Process process) {
        try {
            TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
            process.destroyForcibly();
        } catch (InterruptedException e) {
            // The text has come.
        }
    }
}
