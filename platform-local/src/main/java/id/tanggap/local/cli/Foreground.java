package id.tanggap.local.cli;

import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.system.LocalSystem;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** {@code up} without {@code --detach}: stays, tells when a process ends, and brings all down when it is ended itself. */
final class Foreground {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Workspace workspace;
    private final LocalSystem system;

    Foreground(Workspace workspace, LocalSystem system) {
        this.workspace = workspace;
        this.system = system;
    }

    /** Returns when another launcher has brought the system down; a signal ends it in the hook. */
    void stay() {
        workspace.console().line("");
        workspace.console().line("Ctrl-C brings everything down.");
        Thread hook = new Thread(() -> new Stopper(workspace).down(), "down");
        Runtime.getRuntime().addShutdownHook(hook);
        Set<String> ended = new HashSet<>();
        while (ended.size() < system.all().size()) {
            pause();
            for (Server member : system.all()) {
                if (member.alive()) {
                    ended.remove(member.name());
                } else if (ended.add(member.name())) {
                    workspace.console().line(member.name() + " has ended (./tanggap logs " + member.name() + ").");
                }
            }
        }
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }
}
