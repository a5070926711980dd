package id.tanggap.local.cli;

import id.tanggap.local.cli.Console.Paint;
import id.tanggap.local.stack.LogTail;
import id.tanggap.local.stack.StackException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Prints log files, each line with the name of its process if there are several. */
final class LogReader {
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final int PIECE = 1 << 20;

    private final Console console;
    private final Map<String, Path> logs;
    private final Map<String, Long> read = new HashMap<>();

    LogReader(Console console, Map<String, Path> logs) {
        this.console = console;
        this.logs = logs;
    }

    void last(int lines) {
        logs.forEach((name, log) -> {
            try {
                read.put(name, Files.size(log));
                LogTail.last(log, lines).forEach(line -> print(name, line));
            } catch (IOException e) {
                throw unreadable(log, e);
            }
        });
    }

    /** Never returns. */
    void follow() {
        while (true) {
            logs.forEach((name, log) -> {
                try {
                    read.put(name, printFrom(name, log, read.getOrDefault(name, 0L)));
                } catch (IOException e) {
                    throw unreadable(log, e);
                }
            });
            pause();
        }
    }

    /** Prints whole lines and returns where the first one that is not whole yet begins. */
    private long printFrom(String name, Path log, long from) throws IOException {
        if (!Files.exists(log)) {
            return 0;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            // Shorter than before: it was begun anew.
            long start = file.length() < from ? 0 : from;
            byte[] bytes = new byte[(int) Math.min(PIECE, file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n' && bytes.length < PIECE) {
                end--;
            }
            new String(bytes, 0, end, StandardCharsets.UTF_8).lines().forEach(line -> print(name, line));
            return start + end;
        }
    }

    private void print(String name, String line) {
        console.line(logs.size() == 1 ? line : console.paint(Paint.FAINT, "%-20s | ".formatted(name)) + line);
    }

    private static StackException unreadable(Path log, IOException e) {
        return new StackException("Cannot read " + log + ": " + e.getMessage(), e);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }
}
