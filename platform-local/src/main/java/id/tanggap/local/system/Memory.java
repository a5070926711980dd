package id.tanggap.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Resident memory of a process and its children; a page that several of them map is counted by shares. */
final class Memory {
    private Memory() {}

    /** In bytes; empty where the system does not tell. */
    static OptionalLong resident(long pid) {
        long sum = Stream.concat(
                        ProcessHandle.of(pid).stream(),
                        ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants))
                .mapToLong(process -> ofOne(process.pid()))
                .sum();
        return sum == 0 ? OptionalLong.empty() : OptionalLong.of(sum);
    }

    private static long ofOne(long pid) {
        long shared = kilobytes(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:");
        return (shared > 0 ? shared : kilobytes(Path.of("/proc/" + pid + "/status"), "VmRSS:")) << 10;
    }

    private static long kilobytes(Path file, String key) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }
}
