package id.tanggap.local.cli;

import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.system.Installation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "credentials",
        description = "List who has a password in this installation, or print those of one of them.")
final class CredentialsCommand implements Callable<Integer> {
    private final Workspace workspace;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Such as operator1, agency-damkar, gateway, postgres.")
    private String name;

    CredentialsCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() {
        Installation installation = workspace.installation();
        if (!installation.exists()) {
            throw new StackException("There are no credentials yet: ./tanggap up makes them.");
        }
        Map<String, Map<String, String>> kinds =
                kinds(installation.look().config().credentials());
        if (name == null) {
            kinds.forEach((kind, secrets) ->
                    workspace.console().line("%-16s %s".formatted(kind, String.join(" ", secrets.keySet()))));
            workspace.console().line("%-16s %s".formatted("file", workspace.shown(installation.credentialsFile())));
            return 0;
        }
        long found = kinds.entrySet().stream()
                .filter(kind -> kind.getValue().containsKey(name))
                .peek(kind -> workspace
                        .console()
                        .line("%-16s %s"
                                .formatted(kind.getKey(), kind.getValue().get(name))))
                .count();
        if (found == 0) {
            throw new StackException("Nobody is called " + name + "; ./tanggap credentials lists everyone.");
        }
        return 0;
    }

    private static Map<String, Map<String, String>> kinds(Credentials credentials) {
        Map<String, Map<String, String>> kinds = new LinkedHashMap<>();
        kinds.put("Keycloak user", credentials.users());
        kinds.put("Keycloak client", credentials.clients());
        kinds.put("Kafka", credentials.kafka());
        kinds.put("PostgreSQL", credentials.postgres());
        return kinds;
    }
}
