package id.tanggap.local.replay.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.Request;
import java.time.Duration;
import java.util.Optional;

/** The command centre's desk that rings back: waits for the task of a call, and closes it because nobody answered. */
final class RingBack {
    private static final String WHO = "supervisor1";
    private static final Duration STEP = Duration.ofMillis(250);

    private final PatientClient client;
    private final Endpoints endpoints;
    private final Ledger ledger;
    private final Duration limit;

    /** {@code limit}: for how long a task is waited for. */
    RingBack(PatientClient client, Endpoints endpoints, Ledger ledger, Duration limit) {
        this.client = client;
        this.endpoints = endpoints;
        this.ledger = ledger;
        this.limit = limit;
    }

    /** Returns without anybody rung back if no task has come. */
    void await(String callId) throws NotAccepted, InterruptedException {
        ledger.callBackDue(callId);
        long end = System.nanoTime() + limit.toNanos();
        Optional<String> task = task(callId);
        while (task.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(STEP);
            task = task(callId);
        }
        if (task.isPresent()) {
            client.send(Request.post(
                    endpoints.callBackOutcome(task.get()),
                    WHO,
                    JsonNodeFactory.instance.objectNode().put("outcome", "NOT_REACHED")));
            ledger.rungBack(callId);
        }
    }

    private Optional<String> task(String callId) throws NotAccepted, InterruptedException {
        for (JsonNode task : client.pages(endpoints.callBacks("OPEN"), WHO)) {
            if (task.path("callId").asText().equals(callId)) {
                return Optional.of(task.path("taskId").asText());
            }
        }
        return Optional.empty();
    }
}
