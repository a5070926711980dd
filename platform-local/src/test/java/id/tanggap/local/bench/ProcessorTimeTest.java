package id.tanggap.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.stack.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTimeTest {
    /** Takes far more than this of a processor, however fast, and whoever runs beside it. */
    private static final Duration SOME = Duration.ofMillis(50);

    @TempDir
    private Path folder;

    private ManagedProcess busy;
    private ManagedProcess resting;

    @AfterEach
    void end() {
        busy.kill();
        resting.kill();
    }

    @Test
    void countsWhatAProcessAndItsChildrenTakeAndNothingOfOneThatRests() {
        resting = launch("resting", "exec sleep 60");
        busy = launch(
                "busy",
                "while [ ! -e go ]; do sleep 0.05; done; %s; (%s; touch over; exec sleep 60)"
                        .formatted(count(100_000), count(400_000)));
        try (ProcessorTime processor = new ProcessorTime(List.of(resting, busy))) {
            Map<String, Duration> before = processor.soFar();
            assertEquals(List.of("resting", "busy"), List.copyOf(before.keySet()));

            touch("go");
            busy.awaitReady(Duration.ofMinutes(1), () -> Files.exists(folder.resolve("over")));

            Map<String, Duration> after = processor.soFar();
            Duration own = ProcessHandle.of(busy.pid().orElseThrow())
                    .flatMap(process -> process.info().totalCpuDuration())
                    .orElseThrow();
            Duration taken = after.get("busy").minus(before.get("busy"));
            assertTrue(taken.compareTo(SOME) > 0, taken.toString());
            assertTrue(taken.compareTo(own.plus(SOME)) > 0, taken + " with its child, alone " + own);
            assertTrue(
                    after.get("resting").minus(before.get("resting")).compareTo(SOME) < 0,
                    after.get("resting").toString());

            busy.kill();
            assertTrue(processor.soFar().get("busy").compareTo(taken) >= 0, "what has ended stays counted");
        }
    }

    private static String count(int to) {
        return "i=0; while [ $i -lt " + to + " ]; do i=$((i+1)); done";
    }

    private void touch(String file) {
        try {
            Files.createFile(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ManagedProcess launch(String name, String command) {
        ManagedProcess process = new ManagedProcess(name, folder.resolve(name + ".pid"), folder.resolve(name + ".log"));
        process.launch(List.of("/bin/sh", "-c", command), Map.of(), folder);
        return process;
    }
}
