package id.tanggap.local.cli;

import id.tanggap.local.system.LocalSystem;
import id.tanggap.local.system.SystemStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "Show every process, where it listens and how it is. Exit status 0: all healthy, 3: not.")
final class StatusCommand implements Callable<Integer> {
    private static final int NOT_HEALTHY = 3;

    private final Workspace workspace;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    StatusCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() {
        LocalSystem system = workspace.installation().look();
        SystemStatus status = SystemStatus.of(system);
        if (json) {
            workspace.console().line(new StatusJson(workspace.installation(), system.config()).of(status));
        } else {
            new StatusText(workspace).print(status);
        }
        return status.healthy() ? 0 : NOT_HEALTHY;
    }
}
