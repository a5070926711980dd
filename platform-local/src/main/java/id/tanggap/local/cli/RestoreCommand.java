package id.tanggap.local.cli;

import id.tanggap.local.backup.Restore;
import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.system.Installation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = {
            "Make the system of a backup, where there is none; ./tanggap up then starts it.",
            "If it is cut short, nothing is there, and it can be said again."
        })
final class RestoreCommand implements Callable<Integer> {
    private final Workspace workspace;

    @Parameters(paramLabel = "FILE", description = "What ./tanggap backup wrote.")
    private Path file;

    @Option(names = "--check", description = "Only read it, and say whether it is whole.")
    private boolean check;

    RestoreCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        if (check) {
            print("Whole: the backup", Restore.check(file), start);
            return 0;
        }
        Installation installation = workspace.installation();
        return workspace.alone(() -> {
            if (installation.exists() && installation.look().all().stream().anyMatch(Server::alive)) {
                throw new StackException("The system runs: a restore needs an empty place (./tanggap down --wipe).");
            }
            Restore.Summary summary;
            try (Steps steps = new Steps(workspace.console(), "restored")) {
                summary = new Restore(installation.root(), installation.home()).run(file, steps);
            }
            print("Restored: the system", summary, start);
            workspace
                    .console()
                    .line("./tanggap up starts it; Keycloak is made anew, with the same accounts and passwords.");
            return 0;
        });
    }

    private void print(String what, Restore.Summary summary, long start) {
        workspace
                .console()
                .line("%s of %s, version %s: %d databases, %,d records; after %s."
                        .formatted(
                                what,
                                summary.at(),
                                summary.version(),
                                summary.databases(),
                                summary.records(),
                                Steps.seconds(Duration.ofNanos(System.nanoTime() - start))));
    }
}
