package id.tanggap.local.cli;

import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.TokenClient;
import id.tanggap.local.system.LocalSystem;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        description = "Print a bearer token of a person (operator1, damkar1) or a machine (gateway, agency-damkar).")
final class TokenCommand implements Callable<Integer> {
    private final Workspace workspace;

    @Parameters(paramLabel = "NAME", description = "Who the token is for.")
    private String name;

    TokenCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() {
        LocalSystem system = workspace.installation().look();
        if (!system.servers().keycloak().alive()) {
            throw new StackException("Keycloak does not run: ./tanggap up --detach first.");
        }
        Credentials credentials = system.config().credentials();
        TokenClient tokens = new TokenClient(system.config());
        if (credentials.clients().containsKey(name)) {
            workspace.console().line(tokens.client(name));
        } else if (credentials.users().containsKey(name) && !name.equals(Credentials.KEYCLOAK_ADMIN)) {
            workspace.console().line(tokens.user(name));
        } else {
            throw new StackException("Nobody is called " + name + "; ./tanggap credentials lists everyone.");
        }
        return 0;
    }
}
