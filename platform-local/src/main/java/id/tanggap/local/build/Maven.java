package id.tanggap.local.build;

import id.tanggap.local.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Maven on the JDK that runs this program. */
public final class Maven {
    private final Path root;
    private final Optional<String> program;
    private volatile Process running;

    /** {@code program}: as found by {@code ./tanggap}; it is missed only when something must be built. */
    public Maven(Path root, Optional<String> program) {
        this.root = root;
        this.program = program;
    }

    /** Runs to its end with all output in the log, which is begun anew; returns its exit status. */
    public int run(List<String> arguments, Path log) {
        try {
            Files.createDirectories(log.getParent());
        } catch (IOException e) {
            throw new StackException("Cannot write " + log + ": " + e.getMessage(), e);
        }
        return await(builder(arguments)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile()));
    }

    /** Runs to its end on this program's own terminal; returns its exit status. */
    public int run(List<String> arguments) {
        return await(builder(arguments).inheritIO());
    }

    private ProcessBuilder builder(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(program.orElseThrow(() -> new StackException(
                "Maven is needed to build and mvn is not found: install Maven 3.8 or newer (apt install maven).")));
        command.addAll(List.of("-B", "-ntp"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    /** Ends a run that is under way. */
    public void cancel() {
        Process process = running;
        if (process != null) {
            process.destroy();
        }
    }

    private int await(ProcessBuilder builder) {
        // A signal to this program alone must not leave a build behind.
        Thread hook = new Thread(this::cancel, "end-maven");
        try {
            running = builder.start();
            Runtime.getRuntime().addShutdownHook(hook);
            int status = running.waitFor();
            Runtime.getRuntime().removeShutdownHook(hook);
            return status;
        } catch (IOException e) {
            throw new StackException("Cannot run Maven: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        } catch (IllegalStateException e) {
            cancel();
            throw new StackException("Interrupted.", e);
        }
    }
}
