package id.tanggap.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "down", description = "Stop everything; the data stays for the next up.")
final class DownCommand implements Callable<Integer> {
    private final Workspace workspace;

    @Option(names = "--wipe", description = "Remove all data, logs and secrets, too.")
    private boolean wipe;

    DownCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() {
        Stopper stopper = new Stopper(workspace);
        boolean ran = wipe ? stopper.wipe() : stopper.down();
        String state = ran ? "Tanggap 112 is down" : "Nothing runs";
        workspace.console().line(state + (wipe ? "; its data, logs and secrets are removed." : "; its data is kept."));
        return 0;
    }
}
