package id.tanggap.local.cli;

import id.tanggap.local.build.Maven;
import id.tanggap.local.stack.Jdk;
import id.tanggap.local.stack.StackException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "evaluate",
        description = {
            "Train and judge triage on a simulated world of calls and print its table of goals (triage-lab).",
            "What follows -- goes to the laboratory: ./tanggap evaluate -- --json figures.json"
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final String LABORATORY = "id.tanggap.lab.LabMain";

    private final Workspace workspace;

    @Parameters(paramLabel = "-- ARGUMENT", description = "For the laboratory; --help shows its own.")
    private List<String> arguments = List.of();

    EvaluateCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() {
        Path root = workspace.installation().root();
        Path laboratory = root.resolve("triage-lab").resolve("target");
        Path log = workspace.installation().home().resolve("logs").resolve("evaluate-build.log");
        workspace.console().line("Building the laboratory (output: " + workspace.shown(log) + ")");
        if (build(workspace.maven(), log) != 0) {
            throw new StackException("The laboratory does not build (whole output: " + log + ").");
        }
        List<String> command = new ArrayList<>(List.of(
                Jdk.java(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                // The voice model and the boosted trees are native libraries.
                "--enable-native-access=ALL-UNNAMED",
                "-Dtanggap.root=" + root,
                "-cp",
                laboratory.resolve("classes") + File.pathSeparator + read(laboratory.resolve("classpath")),
                LABORATORY,
                "evaluate"));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new StackException("The laboratory cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    private static int build(Maven maven, Path log) {
        return maven.run(
                List.of(
                        "-q",
                        "-pl",
                        "triage-lab",
                        "-am",
                        "test-compile",
                        "dependency:build-classpath",
                        "-Dmdep.outputFile=target/classpath",
                        "-DincludeScope=runtime",
                        "-Dspotless.check.skip=true"),
                log);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StackException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
