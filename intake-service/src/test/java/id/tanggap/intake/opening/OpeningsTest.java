package id.tanggap.intake.opening;

import static id.tanggap.intake.support.Api.announce;
import static id.tanggap.intake.support.Api.announced;
import static id.tanggap.intake.support.Api.as;
import static id.tanggap.intake.support.Api.call;
import static id.tanggap.intake.support.Api.event;
import static id.tanggap.intake.support.Api.get;
import static id.tanggap.intake.support.Api.newCall;
import static id.tanggap.intake.support.Api.tell;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.intake.retention.Retention;
import id.tanggap.intake.support.Api;
import id.tanggap.intake.support.Database;
import id.tanggap.intake.support.OnStack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody sees whom to ring back without a record of it (UU PDP 27/2022, art. 31). */
@QuarkusTest
class OpeningsTest extends OnStack {

    private static final String OF = "call_opening where call_id = ?";

    @Inject
    Database database;

    @Inject
    Retention retention;

    @Test
    void who_opened_a_call_and_what_it_showed_is_there_for_a_supervisor() {
        String id = announced();
        get(id).then().statusCode(200).body("number", notNullValue());
        Api.report(id, Api.report()).then().statusCode(201);
        as("supervisor1").get(Api.CALLS + "/" + id).then().statusCode(200);

        accesses(id, "")
                .body("items.name", contains("supervisor1", "operator1"))
                .body("items.shown", contains(List.of("NUMBER", "REPORT", "REPORTER"), List.of("NUMBER")))
                .body("items.subject", everyItem(matchesPattern("[0-9a-f-]{36}")))
                .body("items.openedAt", everyItem(matchesPattern("20.*Z")))
                .body("next", nullValue());
        as("operator1").get(Api.CALLS + "/" + id + "/access").then().statusCode(403);
    }

    @Test
    void looks_of_one_minute_are_one_record_and_those_of_another_are_another() {
        String id = announced();
        for (int look = 0; look < 5; look++) {
            get(id).then().statusCode(200);
        }
        long minutes = Long.parseLong(database.text("select count(distinct minute) from " + OF, id));
        assertEquals(minutes, database.count(OF, id));
        assertTrue(minutes >= 1);

        as("supervisor1").get(Api.CALLS + "/" + id).then().statusCode(200);
        assertEquals(1, database.count(OF + " and name = 'supervisor1'", id));
    }

    @Test
    void a_look_that_shows_nobody_and_a_list_are_no_record() {
        Map<String, Object> withheld = call(newCall());
        withheld.remove("from");
        announce(withheld).then().statusCode(201);
        String id = (String) withheld.get("callId");
        get(id).then().statusCode(200);
        as("operator1").get(Api.CALLS + "?limit=500").then().statusCode(200);

        accesses(id, "").body("items", empty());
        as("supervisor1").get(Api.CALLS + "/" + newCall() + "/access").then().statusCode(404);
    }

    @Test
    void what_cannot_be_recorded_is_not_shown_and_no_call_is_refused_for_it() {
        Map<String, Object> call = call(newCall());
        String number = Api.newNumber();
        call.put("from", "0" + number);
        announce(call).then().statusCode(201);
        String id = (String) call.get("callId");
        database.execute("alter table call_opening add constraint refuses check (false) not valid");
        try {
            String answer = get(id).then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("urn:tanggap:problem:unavailable"))
                    .extract()
                    .asString();
            assertFalse(answer.contains(number), answer);

            announced();
            tell(id, event("ANSWERED", 1)).then().statusCode(202);
            Api.report(id, Api.report()).then().statusCode(201);
            Api.dispose(id, "NORMAL").then().statusCode(204);
            as("operator1")
                    .get(Api.CALLS + "?limit=1")
                    .then()
                    .statusCode(200)
                    .body("items.number", everyItem(nullValue()));
        } finally {
            database.execute("alter table call_opening drop constraint refuses");
        }
        get(id).then().statusCode(200).body("number", equalTo("+62" + number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update call_opening set name = 'nobody' where call_id = '%s'",
                "update call_opening set kept_until = now() - interval '1 day' where call_id = '%s'",
                "delete from call_opening where call_id = '%s'",
                "truncate call_opening -- %s"
            })
    void a_record_is_changed_and_removed_by_nothing_that_the_service_does(String statement) {
        String id = announced();
        get(id).then().statusCode(200);

        assertThrows(RuntimeException.class, () -> database.execute(statement.formatted(id)));

        assertEquals(
                1, database.count(OF + " and name = 'operator1' and kept_until > now() + interval '364 days'", id));
    }

    @Test
    void a_record_goes_when_its_time_is_over() {
        String id = announced();
        get(id).then().statusCode(200);
        insert(id, "old", 366);

        retention.run().await().atMost(Duration.ofSeconds(30));

        accesses(id, "").body("items.name", contains("operator1")).body("items.name", not(contains("old")));
    }

    @Test
    void the_list_is_read_in_pages_without_a_gap_or_a_double() {
        String id = announced();
        List<String> expected = new ArrayList<>();
        for (int age = 1; age <= 5; age++) {
            insert(id, "person" + age, age);
            expected.add("person" + age);
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            var page = accesses(id, "?limit=2" + cursor).extract().jsonPath();
            read.addAll(page.getList("items.name"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (cursor != null);
        assertEquals(expected, read);

        for (String wrong : List.of("limit=0", "limit=501", "cursor=abc", "cursor=MjAyNS0wNS0yMFQwMzoxMDowMFogeA")) {
            as("supervisor1")
                    .get(Api.CALLS + "/" + id + "/access?" + wrong)
                    .then()
                    .statusCode(400);
        }
    }

    private void insert(String id, String name, int days) {
        database.execute(
                "insert into call_opening (call_id, subject, name, shown, minute, opened_at, kept_until)"
                        + " select ?, ?, ?, 'NUMBER', at, at, at + interval '365 days'"
                        + " from (values (now() - ? * interval '1 day')) as given (at)",
                id,
                name,
                name,
                days);
    }

    private static ValidatableResponse accesses(String id, String query) {
        return as("supervisor1")
                .get(Api.CALLS + "/" + id + "/access" + query)
                .then()
                .statusCode(200);
    }
}
