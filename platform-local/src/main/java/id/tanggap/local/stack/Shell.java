package id.tanggap.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A helper program that runs to its end. */
final class Shell {
    private Shell() {}

    /** Its output; an exit status other than 0 is a {@link StackException} with the last line that it wrote. */
    static String run(String purpose, List<String> command, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
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
}
