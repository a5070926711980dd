package id.tanggap.local.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.RealmBearers;
import id.tanggap.local.replay.http.Request;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.time.Duration;

/** Lets the agencies off that the bench has called: what nobody answers is escalated for minutes, and the system is not idle. */
final class Aftermath {
    private static final String SUPERVISOR = "supervisor1";
    private static final int STALE_VERSION = 412;
    private static final int TRIES = 10;

    private final PatientClient client;
    private final Endpoints endpoints;

    Aftermath(SystemConfig system, Endpoints endpoints) {
        this.client = new PatientClient(new RealmBearers(system), Duration.ofSeconds(30));
        this.endpoints = endpoints;
    }

    /** Says that the ticket's report is not true. */
    void callOff(String ticketId) throws InterruptedException {
        ObjectNode found = JsonNodeFactory.instance
                .objectNode()
                .put("outcome", "HOAX")
                .put("reason", "Pengukuran kinerja (bench)");
        for (int remaining = TRIES; ; remaining--) {
            try {
                long version = client.send(Request.get(endpoints.ticket(ticketId), SUPERVISOR))
                        .body()
                        .path("version")
                        .asLong();
                client.send(Request.post(endpoints.ticketVerification(ticketId), SUPERVISOR, found)
                        .ifMatch(version));
                return;
            } catch (NotAccepted e) {
                // Its score may come between the two.
                if (e.status() != STALE_VERSION || remaining == 1) {
                    throw new StackException("The bench's ticket cannot be called off: " + e.getMessage(), e);
                }
            }
        }
    }
}
