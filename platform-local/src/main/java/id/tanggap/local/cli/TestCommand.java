package id.tanggap.local.cli;

import com.sun.management.OperatingSystemMXBean;
import id.tanggap.local.build.FailedTests;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        description = {
            "Build everything and run all tests; those of the whole system come last.",
            "What follows -- goes to Maven: ./tanggap test -- -pl ticket-service -am"
        })
final class TestCommand implements Callable<Integer> {
    /** Test JVM, Kafka, PostgreSQL, and its share of Maven and Keycloak. */
    private static final long MEMORY_OF_A_MODULE = 2L << 30;

    private final Workspace workspace;

    @Parameters(paramLabel = "-- MAVEN-ARGUMENT", description = "For Maven.")
    private List<String> arguments = List.of();

    TestCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() {
        List<String> goals = new ArrayList<>(List.of("verify", "-T" + modulesAtATime()));
        goals.addAll(arguments);
        Instant begun = Instant.now();
        int status = workspace.maven().run(goals);
        if (status != 0) {
            FailedTests.since(begun, workspace.installation().root())
                    .forEach(failure -> workspace.console().error("failed: " + failure));
        }
        return status;
    }

    /** Tests wait more than they compute: one more than there are processors, where there is the memory for so many servers. */
    private static long modulesAtATime() {
        int processors = Runtime.getRuntime().availableProcessors();
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Math.clamp(system.getTotalMemorySize() / MEMORY_OF_A_MODULE, 1, processors + 1);
    }
}
