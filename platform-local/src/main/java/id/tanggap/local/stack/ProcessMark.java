package id.tanggap.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process id with when it started: together they name one process even after the number is given to another.
 *
 * @param start of Linux, the boot and the kernel's ticks from it to the start, which no step of the wall clock moves;
 *     elsewhere milliseconds of the wall clock
 */
record ProcessMark(long pid, String start) {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    /** Milliseconds may be computed from a boot time that is rounded: the same process may read a little apart. */
    private static final long TOLERANCE_MILLIS = 2_000;

    private static final int STATE = 0;
    /** Field 22 of {@code /proc/<pid>/stat}, counted from the state, which is field 3. */
    private static final int START_TICKS = 19;

    static Optional<ProcessMark> of(long pid) {
        return ProcessHandle.of(pid)
                .map(handle -> new ProcessMark(pid, ticks(pid).orElseGet(() -> Long.toString(millis(handle)))));
    }

    static Optional<ProcessMark> read(Path file) {
        try {
            String[] parts = Files.readString(file).strip().split(" ");
            return parts.length == 2
                    ? Optional.of(new ProcessMark(Long.parseLong(parts[0]), parts[1]))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        Secrets.write(file, pid + " " + start + "\n");
    }

    boolean stillRuns() {
        return ProcessHandle.of(pid).filter(this::isThis).isPresent()
                && !stat(pid).map(fields -> fields[STATE]).orElse("").equals("Z");
    }

    private boolean isThis(ProcessHandle handle) {
        if (start.matches("[0-9]+")) {
            return Math.abs(millis(handle) - Long.parseLong(start)) <= TOLERANCE_MILLIS;
        }
        return ticks(pid).filter(start::equals).isPresent();
    }

    private static Optional<String> ticks(long pid) {
        try {
            String boot = Files.readString(BOOT).strip();
            return stat(pid).map(fields -> boot + ":" + fields[START_TICKS]);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** From the state on; empty where there is no such file. A dead child that nobody has asked about yet has one. */
    private static Optional<String[]> stat(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // The program's name before it may hold anything, brackets and blanks too.
            return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long millis(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
