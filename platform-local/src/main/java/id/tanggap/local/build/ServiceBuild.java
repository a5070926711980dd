package id.tanggap.local.build;

import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.system.ServicePackage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Packages the services whose sources are newer than their packages. */
public final class ServiceBuild {
    private final Path root;
    private final Maven maven;

    public ServiceBuild(Path root, Maven maven) {
        this.root = root;
        this.maven = maven;
    }

    /** Names of the services that must be packaged before they can run as they are written. */
    public List<String> stale() {
        return Names.SERVICES.stream().filter(this::stale).toList();
    }

    /** Packages them without tests, which are the business of {@code test}; the output goes to the log. */
    public void run(List<String> services, Path log) {
        List<String> goals = List.of(
                "-q",
                "-pl",
                String.join(",", services),
                "-am",
                "package",
                "-DskipTests",
                // How a file is laid out matters to a commit, not to somebody who tries a change.
                "-Dspotless.check.skip=true");
        int status = maven.run(goals, log);
        if (status != 0) {
            throw new StackException("The build failed (whole output: " + log + "):\n" + BuildLog.reason(log));
        }
    }

    /** Ends a build that runs. */
    public void cancel() {
        maven.cancel();
    }

    private boolean stale(String service) {
        Path module = root.resolve(service);
        List<Path> sources = new ArrayList<>(List.of(root.resolve("pom.xml"), root.resolve("platform-bom/pom.xml")));
        for (Path each : List.of(module, root.resolve("platform-messaging"))) {
            sources.add(each.resolve("pom.xml"));
            sources.add(each.resolve("src/main"));
        }
        return Staleness.stale(ServicePackage.jar(ServicePackage.of(module)), sources);
    }
}
