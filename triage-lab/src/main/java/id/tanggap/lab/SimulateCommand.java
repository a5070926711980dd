package id.tanggap.lab;

import id.tanggap.lab.world.SimulatedCall;
import id.tanggap.lab.world.World;
import id.tanggap.lab.world.centre.CentreProfile;
import id.tanggap.lab.world.centre.Centres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulate}: makes the calls of a centre and counts them, so that a person can judge the world. */
@Command(name = "simulate", description = "Simulate a centre's calls and count them.")
final class SimulateCommand implements Callable<Integer> {
    @Option(names = "--centre", required = true, description = "jepara, purworejo, semarang or jakarta.")
    private String centre;

    @Option(names = "--days", defaultValue = "365", description = "How many days (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--seed", defaultValue = "1", description = "Same seed, same calls (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--scale", defaultValue = "1", description = "Factor on the volume (default: ${DEFAULT-VALUE}).")
    private double scale;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the calls there, one JSON object a line.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        World world = World.of(profile(), days, seed).scaled(scale);
        List<SimulatedCall> calls = world.calls();
        spec.commandLine().getOut().print(new WorldSummary(world.centre(), calls).text());
        spec.commandLine().getOut().flush();
        if (out != null) {
            CallLines.write(calls, out);
        }
        return 0;
    }

    private CentreProfile profile() {
        if (days < 1 || !(scale > 0)) {
            throw new ParameterException(spec.commandLine(), "--days and --scale must be more than 0.");
        }
        try {
            return Centres.named(centre);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
