package id.tanggap.triage.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Processor time as Linux counts it (proc_pid_stat(5), proc_stat(5)), in seconds. */
final class Ticks {

    private static final double A_SECOND = 100;

    private Ticks() {}

    /** Used by those threads of the process whose names contain this. */
    static double ofThreads(long process, String name) throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process + "/task"))) {
            double sum = 0;
            for (Path thread : threads.toList()) {
                // "(its name) S ...": user and system time are the 12th and 13th field behind it.
                String stat = Files.readString(thread.resolve("stat"));
                int end = stat.lastIndexOf(')');
                if (stat.substring(0, end).contains(name)) {
                    String[] fields = stat.substring(end + 2).split(" ");
                    sum += (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / A_SECOND;
                }
            }
            return sum;
        }
    }

    /** For which the core was neither idle nor waiting for a disk. */
    static double ofCore(int core) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            String[] fields = lines.filter(line -> line.startsWith("cpu" + core + " "))
                    .findFirst()
                    .orElseThrow()
                    .split(" ");
            long all = Arrays.stream(fields, 1, 9).mapToLong(Long::parseLong).sum();
            return (all - Long.parseLong(fields[4]) - Long.parseLong(fields[5])) / A_SECOND;
        }
    }
}
