package id.tanggap.ticket.api;

import static id.tanggap.ticket.api.TicketsResourceTest.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.ticket.support.OnStack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CategoriesResourceTest extends OnStack {

    @Test
    void every_category_has_an_agency_and_a_label_in_both_languages() {
        as("damkar1")
                .get("/api/v1/categories")
                .then()
                .statusCode(200)
                .body("code", hasItems("FIRE", "MEDICAL", "WATER", "FAKE_WHATSAPP", "OTHER"))
                .body("leadAgency", everyItem(notNullValue()))
                .body("label.id", everyItem(notNullValue()))
                .body("label.en", everyItem(notNullValue()))
                .body("findAll { it.code != 'TEST' }.serviceLevel.accept", everyItem(notNullValue()))
                .body("find { it.code == 'FIRE' }.leadAgency", equalTo("damkar"))
                .body("find { it.code == 'FIRE' }.support", hasItems("dinkes", "polres"))
                .body("find { it.code == 'FIRE' }.serviceLevel.onScene", equalTo("PT15M"));
    }

    @Test
    void the_list_is_a_tree_each_group_before_what_belongs_to_it() {
        List<Map<String, Object>> all =
                as("operator1").get("/api/v1/categories").jsonPath().getList("");
        Set<Object> seen = new HashSet<>();
        for (Map<String, Object> category : all) {
            Object parent = category.get("parent");
            assertTrue(parent == null || seen.contains(parent), category.get("code") + " below " + parent);
            seen.add(category.get("code"));
        }
    }

    @Test
    void one_category_comes_with_its_version() {
        as("operator1")
                .get("/api/v1/categories/SEA_ACCIDENT")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("parent", equalTo("SEA"))
                .body("atSea", equalTo(true))
                .body("agencies.agency", contains("bpbd", "dinkes", "polres"))
                .body("agencies.role", contains("LEAD", "SUPPORT", "SUPPORT"));
        as("operator1").get("/api/v1/categories/SEA").then().body("parent", nullValue());
        as("operator1")
                .get("/api/v1/categories/METEOR")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:tanggap:problem:not-found"));
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
