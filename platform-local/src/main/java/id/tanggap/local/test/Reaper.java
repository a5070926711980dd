package id.tanggap.local.test;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Ends a test stack with its JVM, even one that is killed: a shell waits for the end of a pipe that the kernel closes when
 * the JVM is gone, then kills every process with a pid file, removes every container with such a file and removes the folder.
 * Testcontainers removes containers too, but without its Ryuk only after a JVM that was not killed.
 */
final class Reaper {
    private static final String SCRIPT =
            """
            while read -r line; do :; done
            for file in "$1"/run/*.pid; do
              read -r pid started < "$file" && kill -9 "$pid"
            done 2> /dev/null
            cat "$1"/run/*.container | xargs -r docker rm --force --volumes
            sleep 1
            rm -rf "$1"
            """;

    private Reaper() {}

    static void watch(Path home) throws IOException {
        Process shell = new ProcessBuilder("setsid", "sh", "-c", SCRIPT, "reaper", home.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // A thread keeps the pipe's end reachable for as long as the JVM lives, whatever class loader goes.
        Thread.ofPlatform().daemon().name("test-stack-reaper").start(() -> hold(shell));
    }

    private static void hold(Process shell) {
        try {
            shell.waitFor();
            shell.getOutputStream().close();
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }
}
