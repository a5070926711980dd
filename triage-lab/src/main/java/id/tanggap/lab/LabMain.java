package id.tanggap.lab;

import id.tanggap.lab.evaluate.EvaluateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The laboratory's command line. Exit status: 0 done, 1 failed, 2 wrong usage. */
@Command(
        name = "triage-lab",
        description = "A simulated world of calls to judge a triage with. Behaviour is simulated, not observed.",
        subcommands = {SimulateCommand.class, EvaluateCommand.class})
public final class LabMain implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show what can be said here.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LabMain()).execute(arguments));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
