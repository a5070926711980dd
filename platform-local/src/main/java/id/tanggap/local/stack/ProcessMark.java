package id.tanggap.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A process id with its start time: together they name one process even after the number is given to another. */
record ProcessMark(long pid, long startedMillis) {
    /** The kernel counts starts from its boot, whose wall time it rounds: the same process may read a little apart. */
    private static final long TOLERANCE_MILLIS = 2_000;

    static Optional<ProcessMark> of(long pid) {
        return ProcessHandle.of(pid)
                .map(handle -> new ProcessMark(
                        pid,
                        handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L)));
    }

    static Optional<ProcessMark> read(Path file) {
        try {
            String[] parts = Files.readString(file).strip().split(" ");
            return parts.length == 2
                    ? Optional.of(new ProcessMark(Long.parseLong(parts[0]), Long.parseLong(parts[1])))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        Secrets.write(file, pid + " " + startedMillis + "\n");
    }

    boolean stillRuns() {
        return of(pid).filter(now -> Math.abs(now.startedMillis - startedMillis) <= TOLERANCE_MILLIS)
                        .isPresent()
                && !isZombie();
    }

    /** A dead child that its parent has not asked about yet still has a number. */
    private boolean isZombie() {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }
}
