package id.tanggap.local.cli;

import id.tanggap.local.build.Maven;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.system.Installation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The launcher behind {@code ./tanggap}. Exit status: 0 done, 1 failed with one line that says why, 2 wrong usage, 3 (of
 * {@code status}) not all is up.
 */
@Command(
        name = "./tanggap",
        description = "The 112 emergency line of a regency on this machine: real servers, real services, no Docker.",
        synopsisSubcommandLabel = "COMMAND")
public final class Tanggap implements Runnable {
    private static final int FAILED = 1;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show what can be said here.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        Path root = Path.of(System.getProperty("tanggap.root", ""));
        Maven maven = new Maven(
                root.toAbsolutePath(),
                Optional.ofNullable(System.getenv("TANGGAP_MVN")).filter(program -> !program.isEmpty()));
        System.exit(commandLine(new Workspace(Installation.of(root), Console.ofProcess(), maven))
                .execute(arguments));
    }

    static CommandLine commandLine(Workspace workspace) {
        CommandLine line = new CommandLine(new Tanggap());
        for (Object command : List.of(
                new UpCommand(workspace),
                new DownCommand(workspace),
                new StatusCommand(workspace),
                new LogsCommand(workspace),
                new ReplayCommand(workspace),
                new TestCommand(workspace),
                new BenchCommand(workspace),
                new ProbeCommand(workspace),
                new EvaluateCommand(workspace),
                new TokenCommand(workspace),
                new CredentialsCommand(workspace),
                new AuditCommand(workspace),
                new DlqCommand(workspace),
                new BackupCommand(workspace),
                new RestoreCommand(workspace))) {
            line.addSubcommand(command);
        }
        Console console = workspace.console();
        return line.setColorScheme(Help.defaultColorScheme(console.coloured() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((exception, command, parsed) -> report(exception, console));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int report(Exception exception, Console console) {
        if (exception instanceof StackException) {
            console.error(exception.getMessage());
        } else {
            console.error("Unexpected " + exception + " (TANGGAP_DEBUG=1 shows where).");
        }
        if (System.getenv("TANGGAP_DEBUG") != null) {
            exception.printStackTrace();
        }
        return FAILED;
    }
}
