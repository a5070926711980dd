package id.tanggap.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {
    @TempDir
    private Path folder;

    private ManagedProcess process;

    @BeforeEach
    void place() {
        process = another();
    }

    @AfterEach
    void end() {
        process.kill();
    }

    @Test
    void isFoundAgainByAnotherLauncherAndEnded() {
        launch("sleep 60");
        ManagedProcess found = another();
        assertEquals(process.pid(), found.pid());
        assertTrue(found.alive());
        found.stop("TERM", Duration.ofSeconds(5));
        assertFalse(process.alive());
    }

    @Test
    void oneThatIgnoresTheSignalIsKilledWithItsChildren() {
        launch("trap '' TERM; sleep 60 & sleep 60; sleep 60");
        process.awaitReady(
                Duration.ofSeconds(10),
                () -> ProcessHandle.of(process.pid().orElseThrow())
                                .orElseThrow()
                                .children()
                                .count()
                        == 2);
        // Marks, not handles: where nobody reaps orphans a killed one keeps its number.
        List<ProcessMark> children = ProcessHandle.of(process.pid().orElseThrow())
                .orElseThrow()
                .children()
                .map(child -> ProcessMark.of(child.pid()).orElseThrow())
                .toList();
        process.stop("TERM", Duration.ofMillis(300));
        assertFalse(process.alive());
        children.forEach(child -> assertFalse(child.stillRuns()));
    }

    @Test
    void aPidFileOfAFormerBootIsNotOurs() throws IOException {
        long pid = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("p.pid"), pid + " 1000000\n");
        assertEquals(Optional.empty(), process.pid());
        process.kill();
        assertTrue(ProcessHandle.of(pid).orElseThrow().isAlive());
    }

    @Test
    void oneThatEndsWhileStartingSaysItsLastErrorAndWhereTheRestIs() {
        launch("echo starting; echo 'ERROR no such database'; echo bye; exit 1");
        StackException failure =
                assertThrows(StackException.class, () -> process.awaitReady(Duration.ofSeconds(20), () -> false));
        assertTrue(
                failure.getMessage().contains("p ended while starting: ERROR no such database"), failure.getMessage());
        assertTrue(failure.getMessage().contains(folder.resolve("p.log").toString()), failure.getMessage());
    }

    private ManagedProcess another() {
        return new ManagedProcess("p", folder.resolve("p.pid"), folder.resolve("p.log"));
    }

    private void launch(String script) {
        process.launch(List.of("/bin/sh", "-c", script), Map.of(), folder);
    }
}
