package id.tanggap.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcessMarkTest {
    private final ProcessHandle self = ProcessHandle.current();

    @TempDir
    private Path folder;

    /** A step of the wall clock moves what {@code startInstant} says of every process. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void holdsNothingThatAStepOfTheClockMoves() throws IOException {
        String boot =
                Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        String[] stat = Files.readString(Path.of("/proc/self/stat")).split(" ");
        ProcessMark mark = ProcessMark.of(self.pid()).orElseThrow();
        assertEquals(boot + ":" + stat[21], mark.start());
        assertTrue(mark.stillRuns());
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        ProcessMark mark = ProcessMark.of(self.pid()).orElseThrow();
        mark.write(folder.resolve("p.pid"));
        assertEquals(mark, ProcessMark.read(folder.resolve("p.pid")).orElseThrow());
    }

    @Test
    void theSameNumberOfAnotherBootOrAnotherStartIsAnotherProcess() {
        ProcessMark mark = ProcessMark.of(self.pid()).orElseThrow();
        assertFalse(new ProcessMark(mark.pid(), "another-boot" + mark.start().substring(5)).stillRuns());
        assertFalse(new ProcessMark(mark.pid(), mark.start() + "1").stillRuns());
    }

    /** Elsewhere than on Linux, and of a launcher of before. */
    @Test
    void aTimeOfTheWallClockIsGoodEnoughWhereThereIsNothingBetter() {
        long millis = self.info().startInstant().map(Instant::toEpochMilli).orElseThrow();
        assertTrue(new ProcessMark(self.pid(), Long.toString(millis + 1_000)).stillRuns());
        assertFalse(new ProcessMark(self.pid(), Long.toString(millis + 60_000)).stillRuns());
    }
}
