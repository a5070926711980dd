package id.tanggap.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.RealmBearers;
import id.tanggap.local.replay.http.Request;
import id.tanggap.local.stack.Server;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody speaks and an engine runs while triage's process is killed and started again. */
abstract class SoundKilled {
    private static final List<String> SOUNDS = List.of("urgent", "exhaust");
    private static final int CHUNKS = 48;
    private static final long LENGTH_MS = 250L * CHUNKS;
    private static final Duration REAL_TIME = Duration.ofMillis(250);
    private static final Duration FASTER = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Each of the four parts of what was heard is cut off to milliseconds. */
    private static final int CUT_OFF = 4;

    private final AtomicInteger sent = new AtomicInteger();
    private WholeSystem system;
    private PatientClient client;
    private Endpoints endpoints;

    @BeforeEach
    void connect() throws IOException {
        system = WholeSystem.up();
        client = new PatientClient(new RealmBearers(system.config()), PATIENCE);
        endpoints = Endpoints.of(system.config());
    }

    @Test
    void callsEndWhereTheyWouldHaveWithoutTheKillAndNoChunkCountsTwice() throws Exception {
        List<GatewayLine> undisturbed = answered("undisturbed", 10);
        try (Streaming all = stream(undisturbed, FASTER)) {
            all.whole();
        }
        end(undisturbed);

        List<GatewayLine> disturbed = answered("disturbed", 20);
        Server triage = system.member("triage-service");
        try (Streaming all = stream(disturbed, REAL_TIME)) {
            await().atMost(PATIENCE)
                    .until(() -> disturbed.stream().allMatch(line -> heard(line).total() >= LENGTH_MS / 4));
            triage.kill();
            int before = sent.get();
            disturbed.forEach(line -> assertTrue(heard(line).total() < LENGTH_MS, "killed in the middle"));
            await().atMost(PATIENCE).until(() -> sent.get() >= before + CHUNKS / 6);
            triage.start();
            all.whole();
        }
        end(disturbed);

        for (int i = 0; i < SOUNDS.size(); i++) {
            Heard expected = heard(undisturbed.get(i));
            Heard found = heard(disturbed.get(i));
            String both = SOUNDS.get(i) + ": " + found + " instead of " + expected;
            assertEquals(LENGTH_MS, found.total(), CUT_OFF, both);
            assertEquals(0, found.missing(), both);
            assertEquals(likelihood(undisturbed.get(i)), likelihood(disturbed.get(i)), 0.02, both);
        }
    }

    private List<GatewayLine> answered(String name, int number) throws NotAccepted, InterruptedException {
        List<GatewayLine> lines = new ArrayList<>();
        for (String sound : SOUNDS) {
            lines.add(new GatewayLine(
                    client, endpoints, name + "-" + sound, "08123456%04d".formatted(number + lines.size()), sound));
        }
        return lines;
    }

    /** A call's end may overtake its sound, which is another topic: it is not told until all was heard. */
    private void end(List<GatewayLine> lines) throws NotAccepted, InterruptedException {
        for (GatewayLine line : lines) {
            await().atMost(PATIENCE).until(() -> heard(line).total() > LENGTH_MS - CUT_OFF);
            line.end(Duration.ofMillis(LENGTH_MS));
            await().atMost(PATIENCE).until(() -> heard(line).over());
        }
    }

    private Heard heard(GatewayLine line) {
        return Heard.of(system.config(), line.callId());
    }

    private double likelihood(GatewayLine line) throws NotAccepted, InterruptedException {
        JsonNode body = client.send(Request.get(endpoints.assessments(line.callId()), "operator1"))
                .body();
        return body.get("newest").get("hoaxLikelihood").asDouble();
    }

    private Streaming stream(List<GatewayLine> lines, Duration pace) {
        return new Streaming(lines, pace);
    }

    /** Chunks of several lines, one after the other at a pace, until each has all of them. */
    private final class Streaming implements AutoCloseable {
        private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        private final List<ScheduledFuture<?>> chunks = new ArrayList<>();

        private Streaming(List<GatewayLine> lines, Duration pace) {
            for (int chunk = 0; chunk < CHUNKS; chunk++) {
                chunks.add(thread.schedule(
                        () -> {
                            for (GatewayLine line : lines) {
                                line.speak();
                            }
                            return sent.incrementAndGet();
                        },
                        pace.toMillis() * chunk,
                        TimeUnit.MILLISECONDS));
            }
        }

        /** Returns when all chunks were accepted. */
        void whole() throws ExecutionException, InterruptedException {
            for (ScheduledFuture<?> chunk : chunks) {
                chunk.get();
            }
        }

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }
}
