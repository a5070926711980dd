package id.tanggap.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ShellTest {
    @TempDir
    private Path folder;

    @Test
    void saysWhatFailedWithTheLastLine() {
        assertEquals("done\n", run("echo done"));
        assertEquals(
                "Cannot try (exit status 3): no luck",
                assertThrows(StackException.class, () -> run("echo begun; echo no luck >&2; exit 3"))
                        .getMessage());
    }

    @Test
    void endsWithItsCaller() throws Exception {
        Path pid = folder.resolve("pid");
        Thread caller = Thread.startVirtualThread(() -> assertThrows(
                StackException.class,
                () -> run("echo $$ > " + pid + ".new; mv " + pid + ".new " + pid + "; sleep 60 & wait")));
        while (!Files.exists(pid)) {
            Thread.sleep(20);
        }
        caller.interrupt();
        assertTrue(caller.join(Duration.ofSeconds(20)));
        long number = Long.parseLong(Files.readString(pid).strip());
        while (ProcessMark.of(number).filter(ProcessMark::stillRuns).isPresent()) {
            Thread.sleep(20);
        }
    }

    private static String run(String script) {
        return Shell.run("try", List.of("/bin/sh", "-c", script), Map.of());
    }
}
