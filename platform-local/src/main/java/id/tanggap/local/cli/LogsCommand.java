package id.tanggap.local.cli;

import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.system.LocalSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Show the end of the logs of all, or of one of them.")
final class LogsCommand implements Callable<Integer> {
    private static final int LINES_OF_ONE = 50;
    private static final int LINES_OF_EACH = 10;

    private final Workspace workspace;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "kafka, postgres, keycloak, prometheus, a service (intake or intake-service), or build.")
    private String name;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is written from now on, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "So many lines (default: 50 of one, 10 of each of all).")
    private Integer lines;

    LogsCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() {
        LocalSystem system = workspace.installation().look();
        Map<String, Path> logs = name == null ? all(system) : one(system);
        if (logs.isEmpty()) {
            throw new StackException("Nothing has been started yet, so there are no logs: ./tanggap up");
        }
        LogReader reader = new LogReader(workspace.console(), logs);
        reader.last(lines != null ? lines : name == null ? LINES_OF_EACH : LINES_OF_ONE);
        if (follow) {
            reader.follow();
        }
        return 0;
    }

    private static Map<String, Path> all(LocalSystem system) {
        Map<String, Path> logs = new LinkedHashMap<>();
        for (Server member : system.all()) {
            Path log = system.config().log(member.name());
            if (Files.exists(log)) {
                logs.put(member.name(), log);
            }
        }
        return logs;
    }

    private Map<String, Path> one(LocalSystem system) {
        for (String each : List.of(name, name + "-service")) {
            Path log = system.config().log(each);
            if (each.matches("[a-z-]+") && Files.exists(log)) {
                return Map.of(each, log);
            }
        }
        throw new StackException("There is no log of " + name + "; known are "
                + String.join(", ", system.all().stream().map(Server::name).toList()) + ", build.");
    }
}
