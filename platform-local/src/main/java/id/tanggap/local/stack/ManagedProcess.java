package id.tanggap.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process that outlives the JVM that started it and is found again through its pid file. A pid file of a former boot,
 * or whose number now belongs to another program, counts as "not running".
 */
public final class ManagedProcess {
    private static final long LOG_LIMIT_BYTES = 20L << 20;
    private static final Duration POLL = Duration.ofMillis(20);

    private static final boolean SETSID = Files.isExecutable(Path.of("/usr/bin/setsid"));

    private final String name;
    private final Path pidFile;
    private final Path log;
    /** Where the log of the process that was launched here begins; 0 if it was launched elsewhere. */
    private volatile long logBegins;

    public ManagedProcess(String name, Path pidFile, Path log) {
        this.name = name;
        this.pidFile = pidFile;
        this.log = log;
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    /** Starts it in a session of its own, so that Ctrl-C in a terminal reaches only the launcher. */
    public void launch(List<String> command, Map<String, String> environment, Path folder) {
        try {
            Files.createDirectories(pidFile.getParent());
            Files.createDirectories(log.getParent());
            Files.createDirectories(folder);
            rotateLog();
            logBegins = Files.exists(log) ? Files.size(log) : 0;
            List<String> full = new ArrayList<>();
            if (SETSID) {
                full.add("/usr/bin/setsid");
            }
            full.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(full)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            ProcessMark.of(process.pid()).ifPresent(this::remember);
        } catch (IOException e) {
            throw new StackException("Cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    public Optional<Long> pid() {
        return mark().map(ProcessMark::pid);
    }

    public boolean alive() {
        return pid().isPresent();
    }

    /** When it was launched, though it may have ended by itself; empty if it was not, or was stopped since. */
    public Optional<Instant> launched() {
        try {
            return Optional.of(Files.getLastModifiedTime(pidFile).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Asks it to end with the given signal ({@code TERM}, {@code INT}) and kills it when the grace is over. */
    public void stop(String signal, Duration grace) {
        ProcessMark.read(pidFile).ifPresent(mark -> {
            if (mark.stillRuns()) {
                signal(signal, List.of(mark.pid()));
                if (!awaitEnd(List.of(mark), grace)) {
                    kill();
                }
            }
            forget(mark);
        });
    }

    /** SIGKILL to it and its children at once, as a power cut would; returns when all are gone. */
    public void kill() {
        mark().ifPresent(mark -> {
            List<ProcessMark> all = new ArrayList<>(List.of(mark));
            ProcessHandle.of(mark.pid()).stream()
                    .flatMap(ProcessHandle::descendants)
                    .map(child -> ProcessMark.of(child.pid()))
                    .flatMap(Optional::stream)
                    .forEach(all::add);
            signal("KILL", all.stream().map(ProcessMark::pid).toList());
            if (!awaitEnd(all, Duration.ofSeconds(10))) {
                throw new StackException(name + " (process " + mark.pid() + ") does not die; end it by hand.");
            }
            forget(mark);
        });
    }

    /** Waits until the check holds; a process that ends meanwhile or takes too long is one clear line with its log. */
    public void awaitReady(Duration limit, Check ready) {
        long end = System.nanoTime() + limit.toNanos();
        while (!ready.holds()) {
            if (!alive()) {
                throw new StackException(name + " ended while starting: " + lastWords() + " (whole log: " + log + ")");
            }
            if (System.nanoTime() > end) {
                throw new StackException(name + " is not ready after " + limit.toSeconds() + " s: " + lastWords()
                        + " (whole log: " + log + ")");
            }
            sleep(Duration.ofMillis(50));
        }
    }

    /** The newest line that names an error, else the newest line; of what was launched here, nothing older. */
    public String lastWords() {
        try {
            List<String> lines = Files.exists(log) ? LogTail.last(log, 200, logBegins) : List.of();
            return LogTail.lastWords(lines);
        } catch (IOException e) {
            return "its log cannot be read";
        }
    }

    private Optional<ProcessMark> mark() {
        return ProcessMark.read(pidFile).filter(ProcessMark::stillRuns);
    }

    private void remember(ProcessMark mark) {
        try {
            mark.write(pidFile);
        } catch (IOException e) {
            ProcessHandle.of(mark.pid()).ifPresent(ProcessHandle::destroyForcibly);
            throw new StackException("Cannot write " + pidFile + ": " + e.getMessage(), e);
        }
    }

    /** Only that one: meanwhile another may have been launched, which would be an orphan without its file. */
    private void forget(ProcessMark ended) {
        try {
            if (ProcessMark.read(pidFile).equals(Optional.of(ended))) {
                Files.deleteIfExists(pidFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rotateLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean awaitEnd(List<ProcessMark> marks, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (marks.stream().anyMatch(ProcessMark::stillRuns)) {
            if (System.nanoTime() > end) {
                return false;
            }
            sleep(POLL);
        }
        return true;
    }

    private static void signal(String signal, List<Long> pids) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        pids.forEach(pid -> command.add(Long.toString(pid)));
        try {
            new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static StackException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StackException("Interrupted.", e);
    }

    /** A question asked again until it is answered with yes. */
    @FunctionalInterface
    public interface Check {
        boolean holds();
    }
}
