package id.tanggap.intake.flow;

import static id.tanggap.intake.support.Api.announce;
import static id.tanggap.intake.support.Api.announced;
import static id.tanggap.intake.support.Api.call;
import static id.tanggap.intake.support.Api.dispose;
import static id.tanggap.intake.support.Api.get;
import static id.tanggap.intake.support.Api.newCall;
import static id.tanggap.intake.support.Topic.json;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.intake.support.Api;
import id.tanggap.intake.support.OnStack;
import id.tanggap.intake.support.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DispositionTest extends OnStack {

    @ParameterizedTest
    @ValueSource(strings = {"NORMAL", "GHOST", "PRANK", "INFORMATION", "TEST"})
    void a_persons_word_is_kept_with_its_time_and_author(String disposition) {
        String id = announced();
        dispose(id, disposition).then().statusCode(204);
        get(id).then()
                .body("disposition", equalTo(disposition))
                .body("dispositionAt", notNullValue())
                .body("dispositionBy", equalTo("operator1"));
    }

    @Test
    void the_same_word_again_is_no_other_event_and_a_later_word_replaces_it() {
        String id = announced();
        dispose(id, "GHOST").then().statusCode(204);
        dispose(id, "GHOST").then().statusCode(204);
        dispose(id, "NORMAL").then().statusCode(204);

        try (Topic calls = new Topic("intake.call.v1")) {
            var changes = calls.all(id, announced()).stream().map(Topic::json).toList();
            assertEquals(
                    List.of("RECEIVED", "DISPOSITION", "DISPOSITION"),
                    changes.stream().map(c -> c.path("change").asText()).toList());
            assertEquals("NORMAL", changes.getLast().path("disposition").asText());
        }
    }

    @Test
    void a_word_may_come_before_the_call_and_is_told_with_it() {
        String id = newCall();
        dispose(id, "PRANK").then().statusCode(204);
        announce(call(id)).then().statusCode(201);

        try (Topic calls = new Topic("intake.call.v1")) {
            var first = json(calls.await(id, 1).getFirst());
            assertEquals("RECEIVED", first.path("change").asText());
            assertEquals("PRANK", first.path("disposition").asText());
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"ghost", "SPAM", "", "0"})
    void anything_else_is_a_problem_that_names_the_field(String disposition) {
        String id = announced();
        Api.json(Api.as("operator1"), disposition == null ? "{}" : "{\"disposition\":\"" + disposition + "\"}")
                .post("/api/v1/calls/" + id + "/disposition")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:tanggap:problem:validation"))
                .body("errors[0].field", equalTo("disposition"));
        get(id).then().body("disposition", nullValue());
    }
}
