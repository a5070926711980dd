package id.tanggap.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A helper program that runs to its end, or until its caller is interrupted. */
public final class Shell {
    private Shell() {}

    /** Its output; an exit status other than 0 is a {@link StackException} with the last line that it wrote. */
    public static String run(String purpose, List<String> command, Map<String, String> environment) {
        try {
            // To a file: whoever reads from a pipe cannot be interrupted.
            Path written = Files.createTempFile("tanggap-", ".out");
            String output;
            int status;
            try {
                status = status(command, environment, written);
                output = new String(Files.readAllBytes(written), StandardCharsets.UTF_8);
            } finally {
                Files.delete(written);
            }
            if (status != 0) {
                throw new StackException("Cannot " + purpose + " (exit status " + status + "): "
                        + output.lines()
                                .filter(line -> !line.isBlank())
                                .reduce((a, b) -> b)
                                .orElse("no output"));
            }
            return output;
        } catch (IOException e) {
            throw new StackException("Cannot " + purpose + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    private static int status(List<String> command, Map<String, String> environment, Path output)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw e;
        }
    }
}
