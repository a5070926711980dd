package id.tanggap.local.cli;

import id.tanggap.local.cli.Console.Paint;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description =
                "Build what is stale, start Kafka, PostgreSQL, Keycloak and the four services, wait until all are ready.")
final class UpCommand implements Callable<Integer> {
    private final Workspace workspace;

    @Option(
            names = {"-d", "--detach"},
            description = "Return when all is ready; without it, Ctrl-C brings everything down.")
    private boolean detach;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "Added to every port, for a second system on this machine; remembered.")
    private Integer portOffset;

    @Option(
            names = "--with-monitoring",
            description = {
                "Start Prometheus and Alertmanager, too, with the alerts of monitoring/, and the synthetic test call; they stay until down.",
                "From the PATH, else Debian's packages, fetched once and installed nowhere."
            })
    private boolean withMonitoring;

    UpCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() {
        Console console = workspace.console();
        Starter.Outcome outcome = new Starter(workspace)
                .up(portOffset == null ? OptionalInt.empty() : OptionalInt.of(portOffset), withMonitoring);
        if (!outcome.changed()) {
            console.line("Tanggap 112 is up already; nothing to do. (./tanggap status)");
            return 0;
        }
        console.line(console.paint(Paint.GOOD, "Tanggap 112 is up") + " after " + Steps.seconds(outcome.took()) + ".");
        new Welcome(workspace).print(outcome.system());
        if (!detach) {
            new Foreground(workspace, outcome.system()).stay();
        }
        return 0;
    }
}
