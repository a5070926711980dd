package id.tanggap.ticket.api;

import static id.tanggap.ticket.api.TicketsResourceTest.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.ticket.support.OnStack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CategoriesResourceTest extends OnStack {

    @Test
    void every_category_has_an_agency_and_a_label_in_both_languages() {
        var categories = as("damkar1").get("/api/v1/categories").then().statusCode(200);

        categories
                .body("code", hasItems("FIRE", "MEDICAL", "WATER", "FAKE_WHATSAPP", "OTHER"))
                .body("leadAgency", everyItem(notNullValue()))
                .body("label.id", everyItem(notNullValue()))
                .body("label.en", everyItem(notNullValue()))
                .body("find { it.code == 'FIRE' }.leadAgency", equalTo("damkar"))
                .body("find { it.code == 'FIRE' }.support", hasItems("dinkes", "polres"));
    }

    @Test
    void all_thirteen_agencies_are_known() {
        as("ops1")
                .get("/api/v1/agencies")
                .then()
                .statusCode(200)
                .body("", hasSize(13))
                .body("id", hasItems("damkar", "pusat"));
    }

    @Test
    void without_a_token_there_is_nothing() {
        RestAssured.get("/api/v1/categories").then().statusCode(401);
    }

    @Test
    void what_operations_watches_is_counted() {
        String metrics =
                as("ops1").get("/q/metrics").then().statusCode(200).extract().asString();

        for (String name : new String[] {
            "tanggap_report_to_ticket_seconds_bucket", "tanggap_reports_pending", "tanggap_callbacks_open"
        }) {
            assertTrue(metrics.contains(name), name);
        }
    }
}
