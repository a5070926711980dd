package id.tanggap.local.test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends servers with the program that they are for, even one that is killed: a shell waits for its end, then kills every process
 * with a pid file, removes every container with such a file and removes the folder. Testcontainers removes containers too, but
 * without its Ryuk only after a JVM that was not killed.
 */
final class Reaper {
    /** The kernel closes the pipe when this JVM is gone. */
    private static final String THIS_JVM = "while read -r line; do :; done\n";

    private static final String ANOTHER = "while kill -0 \"$2\" 2> /dev/null; do sleep 1; done\n";
    private static final String END =
            """
            for file in "$1"/run/*.pid; do
              read -r pid started < "$file" && kill -9 "$pid"
            done 2> /dev/null
            cat "$1"/run/*.container | xargs -r docker rm --force --volumes
            sleep 1
            rm -rf "$1" "$1.lock"
            """;

    private Reaper() {}

    /** For as long as this JVM lives. */
    static void watch(Path home) throws IOException {
        Process shell = shell(THIS_JVM, home.toString());
        // A thread keeps the pipe's end reachable for as long as the JVM lives, whatever class loader goes.
        Thread.ofPlatform().daemon().name("test-stack-reaper").start(() -> hold(shell));
    }

    /** For as long as that process lives. */
    static void watch(Path home, long pid) throws IOException {
        shell(ANOTHER, home.toString(), Long.toString(pid));
    }

    private static Process shell(String wait, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid", "sh", "-c", wait + END, "reaper"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
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
