package id.tanggap.triage.silent;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.Tokens;
import id.tanggap.platform.tx.OwnContext;
import id.tanggap.triage.audio.Sounds;
import id.tanggap.triage.support.Database;
import id.tanggap.triage.support.Intake;
import id.tanggap.triage.support.Published;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a gateway that listens sees, and that replicas which sweep at the same time take each step once. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class SilentStreamTest {

    @TestHTTPResource
    URI base;

    @Inject
    Database database;

    @Inject
    Vertx vertx;

    @Inject
    SilentSweep sweep;

    private final String call = Intake.newCall();
    private Intake intake;

    @BeforeEach
    void open() {
        intake = new Intake();
    }

    @AfterEach
    void close() {
        intake.close();
    }

    @Test
    void a_gateway_hears_the_advice_and_after_a_pause_only_what_is_to_be_done_now() {
        String last;
        try (Stream<String> _ = connect(null, seen())) {
            silent();
            awaitLine("\"advice\":\"PLAY_PROMPT\"");
            last = seen.reversed().stream()
                    .filter(line -> line.startsWith("id:"))
                    .findFirst()
                    .orElseThrow()
                    .substring(3);
        }
        database.execute("update silent_call set due_at = now() where call_id = ?", call);
        awaitStep("LISTENING");
        intake.sendCall(call, 2, Intake.call(call, "ref-" + call, "ANSWERED", "\"dtmf\": \"5\""));
        awaitStep("PERSON_NOW");

        try (Stream<String> _ = connect(last, seen())) {
            awaitLine("\"advice\":\"CONNECT_NOW\"");
            assertFalse(own().stream().anyMatch(line -> line.contains("PLAY_PROMPT") || line.contains("KEEP_LINE")));
        }
    }

    @Test
    void a_place_that_is_none_is_named() {
        for (String wrong : List.of("x", "-1", "1", "1.2.3", "99999999999999999999.1")) {
            given().auth()
                    .oauth2(Tokens.client("gateway"))
                    .accept("text/event-stream")
                    .header("Last-Event-ID", wrong)
                    .get("/api/v1/silent-calls/stream")
                    .then()
                    .statusCode(400)
                    .body("errors.field", hasItem("Last-Event-ID"));
        }
    }

    @Test
    void sweeps_at_the_same_time_take_each_step_once() {
        silent();
        awaitStep("PROMPT");
        database.execute("update silent_call set due_at = now() where call_id = ?", call);

        Uni.join()
                .all(Collections.nCopies(4, OwnContext.run(vertx, sweep::run)))
                .andFailFast()
                .await()
                .indefinitely();

        awaitStep("LISTENING");
        assertEquals(3, database.count("silent_step where call_id = ?", call));
    }

    private final List<String> seen = new CopyOnWriteArrayList<>();

    private List<String> seen() {
        seen.clear();
        return seen;
    }

    private List<String> own() {
        return seen.stream().filter(line -> line.contains(call)).toList();
    }

    private void awaitLine(String part) {
        await().atMost(Published.PATIENCE).until(() -> own().stream().anyMatch(line -> line.contains(part)));
    }

    private void awaitStep(String step) {
        await().atMost(Published.PATIENCE)
                .until(() -> database.count("silent_call where call_id = ? and step = ?", call, step) == 1);
    }

    private void silent() {
        intake.sendCall(call, 1, Intake.call(call, "ref-" + call, "ANSWERED", ""));
        intake.sendSound(call, Sounds.silence(6), 0);
    }

    private Stream<String> connect(String lastEventId, List<String> into) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/api/v1/silent-calls/stream"))
                .header("Authorization", "Bearer " + Tokens.client("gateway"))
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<Stream<String>> response = HttpClient.newHttpClient()
                .sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                .join();
        assertEquals(200, response.statusCode());
        Thread.ofVirtual().start(() -> response.body().forEach(into::add));
        await().atMost(Published.PATIENCE).until(() -> into.stream().anyMatch(line -> line.contains("open")));
        return response.body();
    }
}
