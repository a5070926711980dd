package id.tanggap.system;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.RealmBearers;
import id.tanggap.local.replay.http.Request;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.SystemConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** One call after the other, each with a report of an emergency, until it is closed. */
final class BusyLine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PatientClient client;
    private final Endpoints endpoints;
    private final String run = "busy-" + UUID.randomUUID();
    private final List<String> reported = new CopyOnWriteArrayList<>();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean closed;

    BusyLine(SystemConfig system) {
        client = new PatientClient(new RealmBearers(system), PATIENCE);
        endpoints = Endpoints.of(system);
        thread = Thread.ofPlatform().start(this::callOnAndOn);
    }

    /** The calls of which both were accepted by now. */
    List<String> reported() {
        if (failure.get() != null) {
            throw new IllegalStateException("a call was refused", failure.get());
        }
        return List.copyOf(reported);
    }

    /** What the ids of all these calls begin with. */
    String run() {
        return run;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void callOnAndOn() {
        try {
            for (int i = 0; !closed; i++) {
                String call = run + "-" + i;
                client.send(Request.post(
                        endpoints.calls(),
                        Names.GATEWAY,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("callId", call)
                                .put("from", "+62812999%05d".formatted(i))
                                .put("to", "112")
                                .put("startedAt", Instant.now().toString())));
                client.send(Request.post(
                        endpoints.call(call, "report"),
                        "operator1",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("category", "FIRE")
                                .put("text", "Gudang terbakar.")
                                .put("lifeThreat", true)));
                reported.add(call);
                Thread.sleep(100);
            }
        } catch (NotAccepted | InterruptedException e) {
            failure.set(e);
        }
    }
}
