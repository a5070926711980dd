package id.tanggap.local.cli;

import id.tanggap.local.backup.Backup;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.system.LocalSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = {
            "Write databases, topics and secrets of the running system to one file, of one instant; calls go on.",
            "Whoever has the file can open every number in it: keep it like a key, on another machine."
        })
final class BackupCommand implements Callable<Integer> {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'tanggap-'yyyyMMdd'T'HHmmss'Z.tar.gz'").withZone(ZoneOffset.UTC);

    private final Workspace workspace;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Where to; it must not exist (default: tanggap-<time in UTC>.tar.gz in this folder).")
    private Path file;

    BackupCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() {
        Path target = (file == null ? Path.of(NAME.format(Instant.now())) : file).toAbsolutePath();
        // Nobody is to stop it meanwhile.
        return workspace.installation().exists() ? workspace.alone(() -> write(target)) : write(target);
    }

    private int write(Path target) {
        LocalSystem system = workspace.installation().look();
        if (!system.servers().postgres().alive() || !system.servers().kafka().alive()) {
            throw new StackException("PostgreSQL and Kafka do not run: ./tanggap up --detach first.");
        }
        long start = System.nanoTime();
        Backup.Summary summary;
        try (Steps steps = new Steps(workspace.console(), "copied")) {
            summary = new Backup(system.config()).write(target, steps);
        }
        Console console = workspace.console();
        console.line("Backup of %s: %d databases, %,d records, %.1f MB, after %s: %s"
                .formatted(
                        summary.at(),
                        summary.databases(),
                        summary.records(),
                        summary.bytes() / 1e6,
                        Steps.seconds(Duration.ofNanos(System.nanoTime() - start)),
                        workspace.shown(target)));
        console.line("It holds all secrets, too: keep it like a key, and on another machine than this.");
        return 0;
    }
}
