package id.tanggap.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.replay.Replay;
import id.tanggap.local.replay.ReplayOptions;
import id.tanggap.local.replay.ReplaySummary;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.RealmBearers;
import id.tanggap.local.replay.http.Request;
import id.tanggap.local.replay.line.Ledger;
import id.tanggap.local.replay.scenario.JeparaScenario;
import id.tanggap.local.replay.view.ReplayView;
import id.tanggap.local.replay.view.SummaryText;
import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Folders;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.Progress;
import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.system.LocalSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Services of an older checkout, which is packaged, give way to this one's while Jepara's two days pass through them, one service
 * after the other in an order that nobody chose; docs/disaster.md says how it is run.
 */
@EnabledIfSystemProperty(named = "tanggap.previous", matches = ".+")
class RollingUpgradeTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double SPEED = 3_000;

    /** Calls from one service's replacement to the next. */
    private static final int CALLS = 18;

    /** Old and new work side by side for so long. */
    private static final Duration SIDE_BY_SIDE = Duration.ofSeconds(5);

    private LocalSystem old;
    private LocalSystem fresh;
    private final List<Server> replicas = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Void> replacing = CompletableFuture.completedFuture(null);

    @BeforeEach
    void startTheOldOne() throws IOException {
        Path previous = Path.of(System.getProperty("tanggap.previous")).toAbsolutePath();
        SystemConfig config = new SystemConfig(
                Files.createTempDirectory("tanggap-upgrade-"),
                Ports.free(),
                Credentials.random(),
                true,
                Optional.empty());
        old = new LocalSystem(previous, config);
        fresh = new LocalSystem(WholeSystem.ROOT, config);
        old.start(Progress.SILENT);
        // As docs/disaster.md has it, and what agencies of this version listen to.
        fresh.declareTopics();
    }

    @AfterEach
    void end() throws IOException {
        replicas.forEach(Server::kill);
        old.killAll();
        Folders.delete(old.config().home());
    }

    @Test
    void nothingIsLostOrDoubledWhileEachServiceIsReplaced() throws Exception {
        long seed = Long.getLong("tanggap.seed", System.nanoTime());
        List<String> order = new ArrayList<>(Names.SERVICES);
        Collections.shuffle(order, new Random(seed));
        System.out.println("RollingUpgradeTest: seed " + seed + ", " + order);

        ReplaySummary summary = new Replay(old, ReplayOptions.atSpeed(SPEED).withSettling(PATIENCE))
                .run(
                        JeparaScenario.load(),
                        ReplayView.NONE,
                        ordinal -> beginTheNext(ordinal, order),
                        new Ledger(),
                        List.of());
        replacing.join();

        String text = SummaryText.text(summary);
        System.out.println(text);
        assertEquals(List.of(), summary.lost(), text);
        assertEquals(List.of(), summary.duplicated(), text);
        assertEquals(List.of(), summary.refused(), text);
        assertTrue(summary.passed(), text);
        assertTrue(summary.retries() > 0, "somebody called while intake or ticket was replaced: " + text);
        try (Broker broker = new Broker(old.config())) {
            assertEquals(Map.of(), broker.deadLetters(), "what one version says and the other does not understand");
        }
        fresh.services().forEach(service -> assertTrue(!service.outdated() && service.serves(), service.name()));
        JsonNode chain = new PatientClient(new RealmBearers(old.config()), PATIENCE)
                .send(Request.get(Endpoints.of(old.config()).historyVerification(), "ops1"))
                .body();
        assertTrue(chain.path("intact").asBoolean(), chain.toString());
    }

    /** Calls go on meanwhile; the next service waits for its turn. */
    private void beginTheNext(int ordinal, List<String> order) {
        if (ordinal % CALLS == 0) {
            replacing.join();
            order.stream()
                    .skip(ordinal / CALLS - 1)
                    .findFirst()
                    .ifPresent(service -> replacing = CompletableFuture.runAsync(() -> replace(service)));
        }
    }

    private void replace(String service) {
        Server replica = Replica.of(
                old.config(), WholeSystem.ROOT, service, old.config().home().resolve("replica-" + service));
        replicas.add(replica);
        replica.start();
        try {
            Thread.sleep(SIDE_BY_SIDE);
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
        // On its own port again: what comes by Kafka the replica does meanwhile, and callers try again.
        old.member(service).stop();
        fresh.member(service).start();
        replica.stop();
    }
}
