package id.tanggap.local.cli;

import id.tanggap.local.stack.StackException;
import id.tanggap.local.synthetic.Outcome;
import id.tanggap.local.synthetic.SyntheticCall;
import id.tanggap.local.system.LocalSystem;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "probe",
        description = {
            "Make a synthetic test call, from the gateway to an agency's topic, and say how long that took.",
            "No statistic counts it and no person is told of it; ends with 1 and the stage's name if it stops."
        })
final class ProbeCommand implements Callable<Integer> {
    private static final int STOPPED = 1;

    private final Workspace workspace;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            description = "For how long each stage is tried (default: ${DEFAULT-VALUE}).")
    private int limit = 30;

    ProbeCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (limit < 1) {
            throw new StackException("--limit must be at least 1.");
        }
        LocalSystem system = workspace.installation().look();
        return switch (new SyntheticCall(system.config(), Duration.ofSeconds(limit)).run()) {
            case Outcome.Passed(Duration toAgency) -> {
                workspace.console().line("passed: on the agency's topic after " + toAgency.toMillis() + " ms");
                yield 0;
            }
            case Outcome.Failed failed -> {
                workspace.console().error("stopped at " + failed.stage().label() + ": " + failed.why());
                yield STOPPED;
            }
        };
    }
}
