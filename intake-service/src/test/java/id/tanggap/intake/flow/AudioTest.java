package id.tanggap.intake.flow;

import static id.tanggap.intake.support.Api.L16;
import static id.tanggap.intake.support.Api.MU_LAW;
import static id.tanggap.intake.support.Api.announced;
import static id.tanggap.intake.support.Api.audio;
import static id.tanggap.intake.support.Api.newCall;
import static id.tanggap.intake.support.Topic.header;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.intake.support.Api;
import id.tanggap.intake.support.OnStack;
import id.tanggap.intake.support.Topic;
import id.tanggap.local.test.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound goes to its topic as it came, in the words of CloudEvents. */
@QuarkusTest
class AudioTest extends OnStack {

    private static final String TOPIC = "intake.audio.v1";

    @TestHTTPResource
    URI base;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audio/basic|audio/basic",
                "Audio/Basic|audio/basic",
                "audio/L16;rate=8000|audio/L16;rate=8000",
                "audio/l16; rate=8000|audio/L16;rate=8000",
                "audio/L16;rate=8000;channels=1|audio/L16;rate=8000"
            })
    void a_chunk_is_on_the_topic_byte_for_byte(String given, String published) {
        String id = announced();
        byte[] sound = sound(8_000);
        audio(id, 0, given, sound).then().statusCode(202);

        try (Topic topic = new Topic(TOPIC)) {
            var record = topic.await(id, 1).getFirst();
            assertArrayEquals(sound, record.value());
            assertEquals(published, header(record, "content-type"));
            assertEquals("0", header(record, "ce_sequence"));
            assertEquals(id, header(record, "ce_subject"));
            assertEquals(id, header(record, "ce_partitionkey"));
            assertEquals("id.tanggap.intake.audio.v1", header(record, "ce_type"));
            assertEquals("urn:tanggap:intake-service", header(record, "ce_source"));
        }
    }

    @Test
    void a_chunk_that_is_sent_again_has_the_same_id_and_another_one_has_not() {
        String id = announced();
        audio(id, 0, MU_LAW, sound(2_000)).then().statusCode(202);
        audio(id, 0, MU_LAW, sound(2_000)).then().statusCode(202);
        audio(id, 1, MU_LAW, sound(2_000)).then().statusCode(202);

        try (Topic topic = new Topic(TOPIC)) {
            List<String> ids = topic.await(id, 3).stream()
                    .map(record -> header(record, "ce_id"))
                    .toList();
            assertEquals(ids.get(0), ids.get(1));
            assertEquals(2, ids.stream().distinct().count());
        }
    }

    @Test
    void sound_may_come_before_its_call_and_stays_in_order() {
        String id = newCall();
        for (int seq = 0; seq < 20; seq++) {
            audio(id, seq, L16, sound(4_000)).then().statusCode(202);
        }
        try (Topic topic = new Topic(TOPIC)) {
            var sequences = topic.await(id, 20).stream()
                    .map(record -> Integer.parseInt(header(record, "ce_sequence")))
                    .toList();
            assertEquals(sequences.stream().sorted().toList(), sequences);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audio/wav",
                "audio/mpeg",
                "audio/L16",
                "audio/L16;rate=44100",
                "audio/L16;rate=8000;channels=2",
                "application/json",
                "text/plain",
                "application/octet-stream"
            })
    void another_encoding_is_refused(String type) {
        audio(announced(), 0, type, sound(100))
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tanggap:problem:unsupported-media-type"));
    }

    @ParameterizedTest
    @CsvSource({"audio/basic, 0", "audio/L16;rate=8000, 0", "audio/L16;rate=8000, 101"})
    void no_sound_and_half_a_sample_are_refused(String type, int bytes) {
        audio(announced(), 0, type, sound(bytes))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:tanggap:problem:validation"))
                .body("errors[0].field", equalTo("body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "one", "99999999999999", "1.5"})
    void a_wrong_count_is_a_problem_that_names_it(String seq) {
        String id = announced();
        audio(id, seq, MU_LAW, sound(100)).then().statusCode(400).body("errors[0].field", equalTo("seq"));
    }

    @Test
    void a_chunk_without_its_count_is_refused() {
        Api.gateway()
                .contentType("application/octet-stream")
                .header("Content-Type", MU_LAW)
                .post(Api.CALLS + "/" + announced() + "/audio")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("seq"));
    }

    @Test
    void sound_that_does_not_say_what_it_is_is_refused() throws Exception {
        var request = HttpRequest.newBuilder(base.resolve(Api.CALLS + "/" + announced() + "/audio?seq=0"))
                .header("Authorization", "Bearer " + Tokens.client("gateway"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(sound(100)))
                .build();
        assertEquals(
                415,
                HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode());
    }

    @Test
    void too_much_at_once_is_refused() {
        audio(announced(), 0, MU_LAW, sound(10_000_000))
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tanggap:problem:payload-too-large"));
    }

    private static byte[] sound(int bytes) {
        byte[] sound = new byte[bytes];
        new Random(bytes).nextBytes(sound);
        return sound;
    }
}
