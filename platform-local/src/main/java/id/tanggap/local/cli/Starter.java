package id.tanggap.local.cli;

import id.tanggap.local.backup.Restore;
import id.tanggap.local.build.ServiceBuild;
import id.tanggap.local.cli.Console.Paint;
import id.tanggap.local.monitoring.Monitoring;
import id.tanggap.local.stack.KeycloakServer;
import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.system.Installation;
import id.tanggap.local.system.Launch;
import id.tanggap.local.system.Launch.Preparation;
import id.tanggap.local.system.LocalSystem;
import id.tanggap.local.system.Preflight;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Brings the local system to where its sources say it should be: built, started, ready; as often as asked. */
final class Starter {
    private final Workspace workspace;

    Starter(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What came of it.
     *
     * @param changed false if all was up already
     */
    record Outcome(LocalSystem system, boolean changed, Duration took) {}

    /** As it was the last time. */
    Outcome up() {
        return up(OptionalInt.empty(), false);
    }

    /**
     * Brings it up.
     *
     * @param portOffset empty for the one of the last time
     * @param watched whether Prometheus and Alertmanager are wanted, too; where they run already they stay
     */
    Outcome up(OptionalInt portOffset, boolean watched) {
        return workspace.alone(() -> upAlone(portOffset, watched));
    }

    private Outcome upAlone(OptionalInt portOffset, boolean watched) {
        long start = System.nanoTime();
        Installation installation = workspace.installation();
        refuseMove(installation, portOffset);
        Restore.refuseUnfinished(installation.home());
        LocalSystem system = installation.prepare(portOffset.orElse(installation.portOffset()));
        ServiceBuild build = new ServiceBuild(installation.root(), workspace.maven());
        List<String> stale = build.stale();
        boolean changed = !stale.isEmpty() || !settled(system.core());
        if (changed) {
            launch(system, build, stale);
        }
        Monitoring monitoring = system.monitoring();
        if ((watched || !monitoring.present().isEmpty()) && !settled(monitoring.all())) {
            watch(system);
            changed = true;
        }
        return new Outcome(system, changed, Duration.ofNanos(System.nanoTime() - start));
    }

    private void launch(LocalSystem system, ServiceBuild build, List<String> stale) {
        Preflight.disk(
                workspace.installation().home(),
                Preflight.neededBytes(
                        system.config(), system.servers().all(), !stale.isEmpty() || KeycloakServer.needsBuild()));
        Preflight.ports(system.config().ports(), system.core());
        announce(system, stale);
        try (Steps steps = new Steps(workspace.console(), "ready")) {
            Preparation packaging = stale.isEmpty()
                    ? Preparation.NONE
                    : new Packaging(build, stale, system.config().log("build"), steps);
            Launch launch = new Launch(system, packaging, steps);
            Interruption.guard(workspace.console(), launch);
        }
    }

    /** Whoever cannot be watched is not therefore down. */
    private void watch(LocalSystem system) {
        Console console = workspace.console();
        try (Steps steps = new Steps(console, "ready")) {
            Preflight.ports(system.config().ports(), system.monitoring().all());
            system.monitoring().start(steps);
        } catch (StackException e) {
            console.line(console.paint(Paint.BUSY, "Not all is watched: ") + e.getMessage());
        }
    }

    private void announce(LocalSystem system, List<String> stale) {
        Console console = workspace.console();
        console.line(console.paint(Paint.BOLD, "Starting Tanggap 112"));
        if (!stale.isEmpty()) {
            console.line("  building " + String.join(", ", stale) + " (output: "
                    + workspace.shown(system.config().log("build")) + ")");
        }
        if (KeycloakServer.needsBuild()) {
            console.line("  Keycloak is unpacked and built for its first start; that takes half a minute, once");
        }
    }

    private static boolean settled(List<? extends Server> members) {
        return members.stream().allMatch(member -> member.alive() && !member.outdated() && member.serves());
    }

    /** Half a system on other ports would be two halves. */
    private static void refuseMove(Installation installation, OptionalInt portOffset) {
        if (portOffset.isPresent() && portOffset.getAsInt() != installation.portOffset()) {
            LocalSystem present = installation.look();
            if (present.all().stream().anyMatch(Server::alive)) {
                throw new StackException("The system is up with port offset " + installation.portOffset()
                        + ": ./tanggap down first, then ./tanggap up --port-offset " + portOffset.getAsInt() + ".");
            }
        }
    }

    private record Packaging(ServiceBuild build, List<String> services, Path log, Steps steps) implements Preparation {
        @Override
        public void run() {
            steps.step(
                    services.size() == 1 ? "build of 1 service" : "build of " + services.size() + " services",
                    () -> build.run(services, log));
        }

        @Override
        public void cancel() {
            build.cancel();
        }
    }
}
