package id.tanggap.local.replay;

import id.tanggap.local.replay.scenario.JeparaScenario;
import id.tanggap.local.replay.view.LiveView;
import id.tanggap.local.replay.view.SummaryText;
import id.tanggap.local.stack.StackException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** {@code replay jepara} on a system that is up. */
public final class ReplayProgram {
    private final Function<ReplayOptions, Replay> replay;
    private final PrintStream out;
    private final boolean terminal;

    /** {@code terminal}: whether the output is a terminal that draws over itself. */
    public ReplayProgram(Function<ReplayOptions, Replay> replay, PrintStream out, boolean terminal) {
        this.replay = replay;
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Plays and prints; writes the summary to the file, if there is one, as JSON.
     *
     * @return 0 if all that was accepted is there once and the counts are the scenario's, else 1
     */
    public int jepara(double speed, Optional<Path> json) {
        ReplaySummary summary =
                replay.apply(ReplayOptions.atSpeed(speed)).run(JeparaScenario.load(), new LiveView(out, terminal));
        out.println(SummaryText.text(summary));
        json.ifPresent(file -> write(file, SummaryText.json(summary)));
        return summary.passed() ? 0 : 1;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text + System.lineSeparator());
        } catch (IOException e) {
            throw new StackException("Cannot write the summary to " + file + ": " + e.getMessage(), e);
        }
    }
}
