package id.tanggap.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.RealmBearers;
import id.tanggap.local.replay.http.Request;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.system.LocalSystem;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "audit",
        description = {
            "Verify the chain of all changes of tickets and say where it breaks.",
            "Note its last hash elsewhere: a later chain that does not lead through it was written anew."
        })
final class AuditCommand implements Callable<Integer> {
    private static final int BROKEN = 1;
    private static final String OPERATIONS = "ops1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Workspace workspace;

    AuditCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws InterruptedException {
        LocalSystem system = workspace.installation().look();
        if (!system.servers().keycloak().alive()) {
            throw new StackException("The system does not run: ./tanggap up --detach first.");
        }
        JsonNode found = verify(system.config());
        long records = found.path("records").asLong();
        if (found.path("intact").asBoolean()) {
            workspace
                    .console()
                    .line("Intact: %,d changes of tickets, the last with the hash %s"
                            .formatted(records, found.path("head").asText()));
            return 0;
        }
        workspace
                .console()
                .line("BROKEN at record %,d (%s); the %,d before it are intact."
                        .formatted(
                                found.at("/fault/position").asLong(),
                                found.at("/fault/kind").asText(),
                                records));
        return BROKEN;
    }

    private static JsonNode verify(SystemConfig config) throws InterruptedException {
        try {
            return new PatientClient(new RealmBearers(config), PATIENCE)
                    .send(Request.get(Endpoints.of(config).historyVerification(), OPERATIONS))
                    .body();
        } catch (NotAccepted e) {
            throw new StackException("ticket-service did not verify: " + e.getMessage(), e);
        }
    }
}
