package id.tanggap.local.cli;

import id.tanggap.local.replay.Replay;
import id.tanggap.local.replay.ReplayOptions;
import id.tanggap.local.replay.ReplayProgram;
import id.tanggap.local.stack.StackException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        description =
                "Play recorded days through the public interfaces and count what arrives; starts the system if needed.")
final class ReplayCommand implements Callable<Integer> {
    private static final String JEPARA = "jepara";

    private final Workspace workspace;

    @Parameters(paramLabel = "SCENARIO", description = "jepara: 20 and 21 May 2025, 89 calls.")
    private String scenario;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "So many times faster than it happened (default: ${DEFAULT-VALUE}).")
    private double speed = ReplayOptions.DEFAULT_SPEED;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the summary there, too.")
    private Path json;

    ReplayCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() {
        if (!scenario.equals(JEPARA)) {
            throw new StackException("There is no scenario " + scenario + "; known is " + JEPARA + ".");
        }
        if (!(speed > 0)) {
            throw new StackException("--speed must be more than 0.");
        }
        Starter.Outcome up = new Starter(workspace).up();
        return new ReplayProgram(
                        options -> new Replay(up.system(), options),
                        workspace.console().out(),
                        workspace.console().coloured())
                .jepara(speed, Optional.ofNullable(json));
    }
}
