package id.tanggap.ticket.api;

import static id.tanggap.ticket.api.TicketsResourceTest.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.ticket.support.OnStack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AreasResourceTest extends OnStack {

    @Test
    void coordinates_say_desa_and_kecamatan() {
        as("operator1")
                .get("/api/v1/areas?lat=-6.61982&lon=110.66994")
                .then()
                .statusCode(200)
                .body("standing", equalTo("INSIDE"))
                .body("kecamatan.code", equalTo("33.20.11"))
                .body("kecamatan.name", equalTo("Tahunan"))
                .body("desa.name", equalTo("Mantingan"))
                .body("nearest", nullValue());
    }

    @Test
    void outside_the_nearest_kecamatan_is_named() {
        as("operator1")
                .get("/api/v1/areas?lat=-6.8048&lon=110.8405")
                .then()
                .body("standing", equalTo("OUTSIDE"))
                .body("nearest.name", equalTo("Nalumsari"))
                .body("distanceMetres", greaterThan(5_000))
                .body("kecamatan", nullValue());
        as("operator1")
                .get("/api/v1/areas?lat=-5.9&lon=110.35&atSea=true")
                .then()
                .body("standing", equalTo("OFFSHORE"))
                .body("nearest.name", equalTo("Karimunjawa"));
    }

    @Test
    void a_name_is_found_back_however_it_is_spelt() {
        as("damkar1")
                .get("/api/v1/areas?name=Kec. Bangsry")
                .then()
                .body("[0].area.code", equalTo("33.20.08"))
                .body("[0].kecamatan.name", equalTo("Bangsri"))
                .body("similarity", everyItem(lessThanOrEqualTo(1.0f)));
        as("operator1").get("/api/v1/areas?name=Karimun Jawa").then().body("[0].area.code", equalTo("33.20.10"));
        as("operator1").get("/api/v1/areas?name=Surabaya").then().body("", hasSize(0));
    }

    @Test
    void all_of_them_are_there_to_choose_from() {
        as("supervisor1")
                .get("/api/v1/areas")
                .then()
                .body("", hasSize(16 + 195))
                .body("name", everyItem(notNullValue()))
                .body("[0].code", equalTo("33.20.01"));
    }

    @ParameterizedTest
    @CsvSource({
        "lat=-6.6, lon",
        "lon=110.6, lat",
        "lat=91&lon=1, lat",
        "lat=1&lon=-181, lon",
        "lat=NaN&lon=1, lat",
        "name=x, name",
        "lat=-6.6&lon=110.6&name=Jepara, name"
    })
    void a_wrong_parameter_is_named(String query, String field) {
        as("operator1")
                .get("/api/v1/areas?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void the_document_tells_each_form_of_the_answer() {
        as("ops1")
                .get("/q/openapi?format=json")
                .then()
                .body("paths.'/api/v1/areas'.get.responses.'200'.content.'application/json'.schema.oneOf", hasSize(3))
                .body("paths.'/api/v1/areas'.get.responses.default", notNullValue())
                .body("paths.'/api/v1/categories/{code}'.put.parameters.name", hasItems("code", "If-Match"));
    }

    @Test
    void without_a_token_there_is_nothing() {
        RestAssured.get("/api/v1/areas").then().statusCode(401);
    }
}
