package id.tanggap.local.cli;

import id.tanggap.local.bench.Bench;
import id.tanggap.local.bench.CostBench;
import id.tanggap.local.replay.ReplayOptions;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.system.SystemStatus;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        description = {
            "Measure an idle system beside the floor that this machine sets; starts the system if needed.",
            "It leaves calls with the disposition TEST, and their tickets called off."
        })
final class BenchCommand implements Callable<Integer> {
    /** A service does something every minute. */
    private static final Duration REST = Duration.ofMinutes(1);

    private final Workspace workspace;

    @Option(names = "--rounds", paramLabel = "N", description = "Counted rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 300;

    @Option(names = "--warm-up", paramLabel = "N", description = "Rounds before them (default: ${DEFAULT-VALUE}).")
    private int warmUp = 200;

    @Option(
            names = "--pause",
            paramLabel = "MS",
            description =
                    "Milliseconds before each counted measurement, for the system to come to rest (default: ${DEFAULT-VALUE}).")
    private int pause = 150;

    @Option(
            names = "--cost",
            description =
                    "Measure what a call costs instead: processor time, memory, disk. Jepara's two days are played twice.")
    private boolean cost;

    BenchCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() {
        if (rounds < 1 || warmUp < 0 || pause < 0) {
            throw new StackException("--rounds must be at least 1, --warm-up and --pause at least 0.");
        }
        Starter.Outcome up = new Starter(workspace).up();
        Console console = workspace.console();
        if (cost) {
            console.line(new CostBench(up.system())
                    .run(REST, ReplayOptions.DEFAULT_SPEED)
                    .text());
            return 0;
        }
        console.line(new Bench(up.system().config())
                .run(warmUp, rounds, Duration.ofMillis(pause))
                .text());
        console.line("  resident memory of the whole system: %,d MiB"
                .formatted(SystemStatus.of(up.system()).memoryBytes() >> 20));
        return 0;
    }
}
