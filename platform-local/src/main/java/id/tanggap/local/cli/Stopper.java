package id.tanggap.local.cli;

import id.tanggap.local.stack.Server;
import id.tanggap.local.system.LocalSystem;

/** Brings the local system down. */
record Stopper(Workspace workspace) {

    /** False if nothing ran. */
    boolean down() {
        if (!workspace.installation().exists()) {
            return false;
        }
        return workspace.alone(this::stop);
    }

    /** Brings it down and removes all that it kept. */
    boolean wipe() {
        if (!workspace.installation().exists()) {
            return false;
        }
        return workspace.alone(() -> {
            boolean ran = stop();
            workspace.installation().wipe();
            return ran;
        });
    }

    private boolean stop() {
        LocalSystem system = workspace.installation().look();
        if (system.all().stream().noneMatch(Server::alive)) {
            return false;
        }
        try (Steps steps = new Steps(workspace.console(), "stopped")) {
            system.stop(steps);
        }
        return true;
    }
}
