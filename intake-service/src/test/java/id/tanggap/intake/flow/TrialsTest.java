package id.tanggap.intake.flow;

import static id.tanggap.intake.support.Api.announce;
import static id.tanggap.intake.support.Api.announced;
import static id.tanggap.intake.support.Api.call;
import static id.tanggap.intake.support.Api.event;
import static id.tanggap.intake.support.Api.get;
import static id.tanggap.intake.support.Api.json;
import static id.tanggap.intake.support.Api.report;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.intake.support.Api;
import id.tanggap.intake.support.OnStack;
import id.tanggap.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The synthetic test call and those of people: neither can be taken for the other. */
@QuarkusTest
class TrialsTest extends OnStack {

    private static final Map<String, Object> TRIAL = Map.of("category", "TEST", "text", "Uji", "lifeThreat", false);

    @Test
    void its_program_makes_a_whole_call_that_is_a_trial_before_it_is_announced() {
        String id = "uji-" + UUID.randomUUID();
        send("/" + id + "/disposition", Map.of("disposition", "TEST")).then().statusCode(204);
        send("", withheld(id)).then().statusCode(201).body("callerRef", nullValue());
        send("/" + id + "/events", event("ANSWERED", 1)).then().statusCode(202);
        send("/" + id + "/report", TRIAL).then().statusCode(201);
        get(id).then().statusCode(200).body("disposition", equalTo("TEST"));
    }

    @Test
    void its_program_touches_nobody_elses_call() {
        String genuine = announced();
        refused(send("", withheld(Api.newCall())));
        refused(send("/" + genuine + "/disposition", Map.of("disposition", "TEST")));
        refused(send("/" + genuine + "/events", event("ENDED", 1)));
        refused(send("/" + genuine + "/report", TRIAL));
        get(genuine).then().body("disposition", nullValue()).body("report", nullValue());
    }

    @Test
    void its_program_speaks_for_no_caller_and_says_nothing_but_trial() {
        String id = "uji-" + UUID.randomUUID();
        refused(send("", call(id)));
        refused(send("/" + id + "/disposition", Map.of("disposition", "NORMAL")));
        refused(send("/" + id + "/report", Api.report()));
    }

    @Test
    void an_operators_report_never_goes_to_the_category_of_trials_whatever_the_call_was_said_to_be() {
        String genuine = announced();
        refused(report(genuine, TRIAL));
        Api.dispose(genuine, "TEST").then().statusCode(204);
        refused(report(genuine, TRIAL));
        report(genuine, Api.report()).then().statusCode(201);
    }

    @Test
    void a_gateways_call_whose_id_looks_like_a_trials_is_as_good_as_any() {
        String id = "uji-" + UUID.randomUUID();
        announce(call(id)).then().statusCode(201);
        report(id, Api.report()).then().statusCode(201);
        get(id).then().body("disposition", nullValue()).body("report.category", equalTo("HOUSE_FIRE"));
    }

    private static Map<String, Object> withheld(String id) {
        Map<String, Object> call = call(id);
        call.remove("from");
        call.remove("location");
        return call;
    }

    private static Response send(String path, Object body) {
        return json(Api.bearer(Tokens.client("synthetic")), body).post(Api.CALLS + path);
    }

    private static void refused(Response response) {
        response.then().statusCode(403).body("type", equalTo("urn:tanggap:problem:forbidden"));
    }
}
