package id.tanggap.local.cli;

import id.tanggap.local.build.FailedTests;
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
    private final Workspace workspace;

    @Parameters(paramLabel = "-- MAVEN-ARGUMENT", description = "For Maven.")
    private List<String> arguments = List.of();

    TestCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() {
        // More modules at a time than there are processors: their tests wait for a third of their time.
        List<String> goals = new ArrayList<>(List.of("verify", "-T1.5C"));
        goals.addAll(arguments);
        Instant begun = Instant.now();
        int status = workspace.maven().run(goals);
        if (status != 0) {
            FailedTests.since(begun, workspace.installation().root())
                    .forEach(failure -> workspace.console().error("failed: " + failure));
        }
        return status;
    }
}
