package id.tanggap.intake.api;

import static id.tanggap.intake.support.Api.announce;
import static id.tanggap.intake.support.Api.announced;
import static id.tanggap.intake.support.Api.as;
import static id.tanggap.intake.support.Api.call;
import static id.tanggap.intake.support.Api.dispose;
import static id.tanggap.intake.support.Api.get;
import static id.tanggap.intake.support.Api.newCall;
import static id.tanggap.intake.support.Api.newNumber;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.intake.support.Api;
import id.tanggap.intake.support.OnStack;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see of calls. */
@QuarkusTest
class CallsResourceTest extends OnStack {

    @Test
    void who_opens_a_call_sees_whom_to_ring_back_and_the_report() {
        String number = newNumber();
        Map<String, Object> call = call(newCall());
        call.put("from", "0" + number);
        announce(call).then().statusCode(201);
        Map<String, Object> report = Api.report();
        Api.report((String) call.get("callId"), report).then().statusCode(201);

        get((String) call.get("callId"))
                .then()
                .statusCode(200)
                .body("callId", equalTo(call.get("callId")))
                .body("announced", equalTo(true))
                .body("status", equalTo("RINGING"))
                .body("number", equalTo("+62" + number))
                .body("to", equalTo("112"))
                .body("startedAt", equalTo(call.get("startedAt")))
                .body("location.lat", equalTo(-6.5888f))
                .body("report.text", equalTo(report.get("text")))
                .body("report.reporter.name", equalTo("Siti Aminah"));
    }

    @Test
    void an_unknown_call_is_not_found() {
        get(newCall())
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tanggap:problem:not-found"));
    }

    @Test
    void a_list_is_read_in_pages_without_a_gap_or_a_double_even_among_calls_of_one_instant() {
        Instant day = emptyHour();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Map<String, Object> call = call("page-" + i + "-" + newCall());
            // Three of them start in the same millisecond.
            call.put("startedAt", day.plusSeconds(i < 3 ? 0 : i).toString());
            announce(call).then().statusCode(201);
            expected.addFirst((String) call.get("callId"));
        }

        for (int limit : new int[] {1, 2, 3, 7, 500}) {
            assertEquals(expected, pages(hour(day) + "&limit=" + limit), "limit " + limit);
        }
    }

    @Test
    void a_list_is_of_the_times_and_the_disposition_that_were_asked_for() {
        Instant day = emptyHour();
        for (String disposition : new String[] {"GHOST", "PRANK", ""}) {
            Map<String, Object> call = call(newCall());
            call.put("startedAt", day.plusSeconds(60).toString());
            announce(call).then().statusCode(201);
            if (!disposition.isEmpty()) {
                dispose((String) call.get("callId"), disposition).then().statusCode(204);
            }
        }

        list(hour(day)).body("items", hasSize(3)).body("next", nullValue());
        list(hour(day) + "&disposition=GHOST").body("items", hasSize(1)).body("items[0].disposition", equalTo("GHOST"));
        list(hour(day) + "&disposition=TEST").body("items", empty());
        // The end is not part of it, the beginning is.
        list("from=" + day + "&to=" + day.plusSeconds(60)).body("items", empty());
        list("from=" + day.plusSeconds(60) + "&to=" + day.plusSeconds(61)).body("items", hasSize(3));
        // A local time of Jepara, with its plus unescaped as people write it.
        list("from=" + day.plusSeconds(7 * 3600).toString().replace("Z", "+07:00") + "&to=" + day.plusSeconds(61))
                .body("items", hasSize(3));
    }

    @Test
    void a_list_shows_no_numbers_and_no_more_than_was_asked_for() {
        announced();
        list("limit=2").body("items.size()", lessThanOrEqualTo(2)).body("items.number", everyItem(nullValue()));
    }

    @ParameterizedTest
    @CsvSource({
        "cursor=abc, cursor",
        "cursor=!!!, cursor",
        "cursor=MjAyNS0wNS0yMA, cursor",
        "limit=0, limit",
        "limit=501, limit",
        "limit=-1, limit",
        "limit=many, limit",
        "limit=1.5, limit",
        "disposition=ghost, disposition",
        "disposition=SPAM, disposition",
        "from=yesterday, from",
        "from=2025-05-20, from",
        "to=1747710600, to"
    })
    void a_wrong_parameter_is_a_problem_that_names_it(String query, String field) {
        as("operator1")
                .get(Api.CALLS + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tanggap:problem:validation"))
                .body("errors[0].field", equalTo(field));
    }

    /** What a reader could make of a cursor: a time beyond the database's, an empty id, U+0000. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59.999999999Z x",
                "-1000000000-01-01T00:00:00Z x",
                "2025-05-20T03:10:00Z ",
                "2025-05-20T03:10:00Z a\u0000b",
                "2025-05-20T03:10:00Z a' or '1'='1"
            })
    void a_made_up_cursor_is_refused_or_finds_what_it_says_but_is_no_fault_of_ours(String made) {
        String cursor = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(made.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        int status = as("operator1")
                .get(Api.CALLS + "?limit=1&cursor=" + cursor)
                .then()
                .extract()
                .statusCode();
        assertEquals(true, status == 400 || status == 200, "status " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from", "to"})
    void a_time_that_the_database_cannot_hold_is_no_fault_of_ours(String field) {
        for (String time : List.of("+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z")) {
            int status = as("operator1")
                    .queryParam(field, time)
                    .get(Api.CALLS)
                    .then()
                    .extract()
                    .statusCode();
            assertEquals(true, status == 400 || status == 200, time + ": status " + status);
        }
    }

    private static List<String> pages(String query) {
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            var page = as("operator1").get(Api.CALLS + "?" + query + cursor).jsonPath();
            read.addAll(page.getList("items.callId"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (cursor != null);
        return read;
    }

    private static io.restassured.response.ValidatableResponse list(String query) {
        return as("operator1")
                .urlEncodingEnabled(false)
                .get(Api.CALLS + "?" + query)
                .then()
                .statusCode(200);
    }

    private static String hour(Instant start) {
        return "from=" + start + "&to=" + start.plusSeconds(3600);
    }

    /** An hour of the past in which no other test has a call. */
    private static Instant emptyHour() {
        return Instant.parse("2001-01-01T00:00:00Z")
                .plus(ThreadLocalRandom.current().nextInt(150_000), ChronoUnit.HOURS);
    }
}
