package id.tanggap.ticket.flow;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.test.Tokens;
import id.tanggap.platform.event.EventIds;
import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Schemas;
import id.tanggap.ticket.support.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CallbackTest extends OnStack {

    @Inject
    Database database;

    private final String call = "call-" + UUID.randomUUID();

    @Test
    void a_silent_call_is_rung_back_by_a_person_and_then_done() {
        try (Topic tasks = new Topic("ticket.callback.v1", "admin")) {
            JsonNode task = opened(tasks, "ENDED");
            assertEquals(List.of(), Schemas.faults("ticket.callback.v1", task));
            assertEquals("SILENT", task.path("reason").asText());
            String id = task.path("taskId").asText();
            operator()
                    .get("/api/v1/call-backs?limit=500")
                    .then()
                    .statusCode(200)
                    .body("items.taskId", hasItem(id));

            close(id, "REACHED_NO_HELP_NEEDED").then().statusCode(200).body("change", equalTo("CLOSED"));
            close(id, "REACHED_NO_HELP_NEEDED").then().statusCode(200);
            close(id, "NOT_REACHED").then().statusCode(409);

            JsonNode closed = closed(tasks);
            assertEquals("REACHED_NO_HELP_NEEDED", closed.path("outcome").asText());
            assertEquals(List.of(), Schemas.faults("ticket.callback.v1", closed));
            operator()
                    .get("/api/v1/call-backs?limit=500")
                    .then()
                    .statusCode(200)
                    .body("items.taskId", not(hasItem(id)));
        }
    }

    @Test
    void who_hung_up_before_anybody_answered_is_rung_back_while_triage_is_unsure() {
        events.assessment(call, 1, 0.5, false);
        try (Topic tasks = new Topic("ticket.callback.v1", "admin")) {
            assertEquals("ABANDONED", opened(tasks, "ABANDONED").path("reason").asText());
        }
    }

    @Test
    void what_triage_is_sure_of_is_not_rung_back_until_it_changes_its_mind() {
        events.assessment(call, 1, 0.98, true);
        awaitRow("call_assessment where call_id = ?");
        events.call(call, 1, "ENDED", Optional.empty());
        awaitRow("call_state where call_id = ? and ending is not null and due_at is null");
        assertEquals(0, database.count("callback_task where call_id = ?", call));

        try (Topic tasks = new Topic("ticket.callback.v1", "admin")) {
            events.assessment(call, 2, 0.5, false);

            assertEquals("OPENED", tasks.awaitOne(of(call)).path("change").asText());
        }
    }

    @Test
    void a_report_closes_the_task_by_itself() {
        try (Topic tasks = new Topic("ticket.callback.v1", "admin")) {
            opened(tasks, "ENDED");
            Map<String, Object> report = Events.report("MEDICAL");
            report.put("callId", call);
            events.report(report);

            assertEquals("REPORTED", closed(tasks).path("outcome").asText());
        }
    }

    @Test
    void a_persons_word_closes_the_task_by_itself() {
        try (Topic tasks = new Topic("ticket.callback.v1", "admin")) {
            opened(tasks, "ENDED");
            events.call(call, 2, "ENDED", Optional.of("PRANK"));

            assertEquals("DISPOSED", closed(tasks).path("outcome").asText());
        }
    }

    @Test
    void a_persons_word_that_is_corrected_opens_the_task_again() {
        try (Topic tasks = new Topic("ticket.callback.v1", "admin")) {
            opened(tasks, "ENDED");
            events.call(call, 2, "ENDED", Optional.of("PRANK"));
            closed(tasks);
            events.call(call, 3, "ENDED", Optional.of("NORMAL"));

            JsonNode again =
                    tasks.awaitOne(of(call).and(n -> n.path("reason").asText().equals("UNREPORTED")));

            assertEquals("OPENED", again.path("change").asText());
            assertEquals(List.of(), Schemas.faults("ticket.callback.v1", again));
        }
    }

    @Test
    void whom_the_operator_did_not_hear_is_rung_back_while_triage_is_unsure() {
        events.assessment(call, 1, 0.6, false);
        try (Topic tasks = new Topic("ticket.callback.v1", "admin")) {
            events.call(call, 1, "ENDED", Optional.of("GHOST"));

            assertEquals("SILENT", tasks.awaitOne(of(call)).path("reason").asText());
        }
    }

    @Test
    void whom_the_operator_found_genuine_is_rung_back_if_no_report_comes() {
        events.assessment(call, 1, 0.98, true);
        awaitRow("call_assessment where call_id = ?");
        events.call(call, 1, "ENDED", Optional.empty());
        awaitRow("call_state where call_id = ? and ending is not null and due_at is null");
        try (Topic tasks = new Topic("ticket.callback.v1", "admin")) {
            events.call(call, 2, "ENDED", Optional.of("NORMAL"));

            JsonNode task = tasks.awaitOne(of(call));

            assertEquals("UNREPORTED", task.path("reason").asText());
            assertEquals(List.of(), Schemas.faults("ticket.callback.v1", task));
        }
    }

    @Test
    void a_call_with_its_report_is_not_rung_back() {
        Map<String, Object> report = Events.report("MEDICAL");
        report.put("callId", call);
        events.report(report);
        awaitRow("call_state where call_id = ? and reported");
        events.call(call, 1, "ENDED", Optional.empty());
        awaitRow("call_state where call_id = ? and ending is not null and due_at is null");

        assertEquals(0, database.count("callback_task where call_id = ?", call));
    }

    @Test
    void a_task_that_leads_nowhere_is_closed_once_nobody_was_heard_and_opened_again_if_somebody_was() {
        try (Topic tasks = new Topic("ticket.callback.v1", "admin")) {
            withheld(1, Optional.empty());
            assertEquals("SILENT", tasks.awaitOne(of(call)).path("reason").asText());

            withheld(2, Optional.of("GHOST"));
            JsonNode closed = closed(tasks);
            assertEquals("UNTRACEABLE", closed.path("outcome").asText());
            assertEquals(List.of(), Schemas.faults("ticket.callback.v1", closed));

            withheld(3, Optional.of("NORMAL"));
            tasks.awaitOne(of(call).and(n -> n.path("reason").asText().equals("UNREPORTED")));
        }
    }

    @Test
    void whom_nobody_heard_and_nothing_leads_to_has_no_task() {
        withheld(1, Optional.of("GHOST"));
        awaitRow("call_state where call_id = ? and ending is not null and due_at is null");

        assertEquals(0, database.count("callback_task where call_id = ?", call));
    }

    @Test
    void a_call_that_runs_is_not_rung_back() {
        events.call(call, 1, "ANSWERED", Optional.empty());
        awaitRow("call_state where call_id = ?");

        assertEquals(0, database.count("callback_task where call_id = ?", call));
    }

    @Test
    void a_call_whose_end_is_never_told_is_rung_back() {
        events.call(call, 1, "ANSWERED", Optional.empty());
        awaitRow("call_state where call_id = ? and due_at > now()");
        try (Topic tasks = new Topic("ticket.callback.v1", "admin")) {
            database.execute("update call_state set due_at = now() where call_id = ?", call);

            JsonNode task = tasks.awaitOne(of(call));

            assertEquals("LOST_TRACK", task.path("reason").asText());
            assertEquals(List.of(), Schemas.faults("ticket.callback.v1", task));
        }
    }

    @Test
    void the_least_likely_hoax_is_first_and_pages_have_no_gap_and_no_double() {
        for (double likelihood : new double[] {0.61, 0.2, 0.4}) {
            String one = "call-" + UUID.randomUUID();
            events.assessment(one, 1, likelihood, false);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> database.count("call_assessment where call_id = ?", one) == 1);
            events.call(one, 1, "ENDED", Optional.empty());
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> database.count("callback_task where call_id = ?", one) == 1);
        }
        List<String> ids = new ArrayList<>();
        List<Float> likelihoods = new ArrayList<>();
        String cursor = "";
        do {
            var page = operator().get("/api/v1/call-backs?limit=2" + cursor).jsonPath();
            ids.addAll(page.getList("items.taskId"));
            page.<Float>getList("items.hoaxLikelihood").forEach(value -> likelihoods.add(value == null ? 0f : value));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (cursor != null);

        assertEquals(database.count("callback_task where closed_at is null"), ids.size());
        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertEquals(likelihoods.stream().sorted().toList(), likelihoods);
    }

    @Test
    void only_a_persons_outcomes_are_taken_from_a_person() {
        close(UUID.randomUUID().toString(), "REPORTED")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("outcome"));
        close(UUID.randomUUID().toString(), "GONE_FISHING")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("outcome"));
        close(UUID.randomUUID().toString(), "NOT_REACHED").then().statusCode(404);
    }

    private void awaitRow(String from) {
        await().atMost(Duration.ofSeconds(30)).until(() -> database.count(from, call) == 1);
    }

    private JsonNode opened(Topic tasks, String status) {
        events.call(call, 1, status, Optional.empty());
        return tasks.awaitOne(of(call));
    }

    private JsonNode closed(Topic tasks) {
        return tasks.awaitOne(of(call).and(n -> n.path("change").asText().equals("CLOSED")));
    }

    /** An ended call of which neither a number nor a place is known. */
    private void withheld(long sequence, Optional<String> disposition) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("callId", call);
        data.put("change", disposition.isPresent() ? "DISPOSITION" : "ENDED");
        data.put("status", "ENDED");
        data.put("callerKind", "WITHHELD");
        data.put("to", "112");
        data.put("startedAt", "2025-05-20T03:10:00Z");
        disposition.ifPresent(said -> data.put("disposition", said));
        events.send("intake.call.v1", call, EventIds.next(), call, sequence, data);
    }

    private static Predicate<JsonNode> of(String call) {
        return node -> node.path("callId").asText().equals(call);
    }

    private static io.restassured.response.Response close(String task, String outcome) {
        return operator()
                .contentType("application/json")
                .body(Map.of("outcome", outcome))
                .post("/api/v1/call-backs/" + task + "/outcome");
    }

    private static io.restassured.specification.RequestSpecification operator() {
        return RestAssured.given().auth().oauth2(Tokens.user("operator1"));
    }
}
