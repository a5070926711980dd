package id.tanggap.local.stack;

import static org.awaitility.Awaitility.await;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertTrue(Files.exists(folder.resolve("p.pid")), "only the file of what was killed goes");
        assertTrue(ProcessHandle.of(pid).orElseThrow().isAlive());
    }

    @Test
    void oneThatDiedByItselfIsStillKnownUntilItIsStopped() {
        launch("exit 1");
        await().until(() -> !process.alive());
        assertTrue(process.launched().isPresent());
        process.stop("TERM", Duration.ofSeconds(5));
        assertEquals(Optional.empty(), process.launched());
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

    @Test
    void anErrorOfAnEarlierRunIsNotQuoted() {
        launch("echo 'ERROR of yesterday'; exit 1");
        assertThrows(StackException.class, () -> process.awaitReady(Duration.ofSeconds(20), () -> false));
        launch("echo 'just this'; exit 1");
        StackException failure =
                assertThrows(StackException.class, () -> process.awaitReady(Duration.ofSeconds(20), () -> false));
        assertTrue(failure.getMessage().contains("while starting: just this"), failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FATAL:  data directory has wrong ownership",
                "Terminating due to java.lang.OutOfMemoryError: Java heap space",
                "Error: Unable to access jarfile quarkus-run.jar",
                "There is insufficient memory for the Java Runtime Environment to continue.",
                "initdb: error: could not create directory"
            })
    void whatWentWrongIsFoundAmongOtherLines(String line) {
        launch("echo start; echo '" + line + "'; echo 'at some.Place'; exit 1");
        StackException failure =
                assertThrows(StackException.class, () -> process.awaitReady(Duration.ofSeconds(20), () -> false));
        assertTrue(failure.getMessage().contains(LogLine.spoken(line)), failure.getMessage());
    }

    private ManagedProcess another() {
        return new ManagedProcess("p", folder.resolve("p.pid"), folder.resolve("p.log"));
    }

    private void launch(String script) {
        process.launch(List.of("/bin/sh", "-c", script), Map.of(), folder);
    }
}
